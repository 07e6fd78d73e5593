#include "text/parse_text.h"

#include <stdio.h>

struct language_case {
    const char *code;
    const char *text;
};

static void recognises_other_languages(void **state)
{
    static const struct language_case cases[] = {
        {"de", "Der Bürgermeister sagte am Dienstag, dass die neue Brücke nicht vor dem Winter fertig wird."},
        {"fr", "Le maire a déclaré mardi que le nouveau pont ne sera pas prêt avant l'hiver, et que les travaux sont "
               "en retard."},
        {"es", "El alcalde dijo el martes que el nuevo puente no estará listo antes del invierno, porque las obras se "
               "han retrasado."},
        {"pt", "O prefeito disse na terça-feira que a nova ponte não ficará pronta antes do inverno, mas que as obras "
               "são seguras."},
        {"it", "Il sindaco ha detto martedì che il nuovo ponte non sarà pronto prima dell'inverno, ma che i lavori "
               "sono sicuri."},
        {"nl", "De burgemeester zei dinsdag dat de nieuwe brug niet voor de winter klaar is, maar dat het werk wel "
               "veilig is."},
        {"sv", "Borgmästaren sade på tisdagen att den nya bron inte blir klar före vintern, men att arbetet är säkert "
               "för alla."},
        {"da", "Borgmesteren sagde tirsdag, at den nye bro ikke bliver færdig før vinteren, men at arbejdet er sikkert "
               "for alle."},
        {"nb", "Ordføreren sa tirsdag at den nye broen ikke blir ferdig før vinteren, men at arbeidet er trygt for "
               "alle, både nå og etter jul."},
        {"is", "Borgarstjórinn sagði á þriðjudag að nýja brúin verði ekki tilbúin fyrir veturinn og að það hafi verið "
               "við því að búast."},
        {"fi", "Pormestari sanoi tiistaina, että uusi silta ei ole valmis ennen talvea, mutta että työ on turvallista "
               "kaikille."},
        {"et",
         "Linnapea ütles teisipäeval, et uus sild ei ole enne talve valmis, kuid töö on kõigile ohutu ja see ei lõpe."},
        {"lv",
         "Mērs otrdien teica, ka jaunais tilts nav gatavs pirms ziemas, bet darbi ir droši un tie turpinās arī naktī."},
        {"lt",
         "Meras antradienį sakė, kad naujas tiltas nebus baigtas prieš žiemą, bet darbai yra saugūs ir jie tęsiasi."},
        {"pl", "Burmistrz powiedział we wtorek, że nowy most nie będzie gotowy przed zimą, ale że prace są bezpieczne "
               "dla wszystkich."},
        {"cs", "Starosta v úterý řekl, že nový most nebude hotový před zimou, ale že práce jsou bezpečné pro všechny, "
               "kteří tam bydlí."},
        {"sk", "Starosta v utorok povedal, že nový most nebude hotový pred zimou, ale že práce sú bezpečné pre "
               "všetkých, ktorí tam bývajú."},
        {"sl", "Župan je v torek dejal, da novi most ne bo končan pred zimo, ker so dela zaradi slabega vremena še v "
               "zamudi."},
        {"hr", "Gradonačelnik je u utorak rekao da novi most neće biti gotov prije zime, ali da su radovi sigurni za "
               "sve koji tu žive."},
        {"sq", "Kryetari i bashkisë tha të martën se ura e re nuk do të jetë gati para dimrit, por se punimet janë të "
               "sigurta për të gjithë."},
        {"hu", "A polgármester kedden azt mondta, hogy az új híd nem lesz kész a tél előtt, de a munka már nem "
               "veszélyes, és az is biztos."},
        {"ro", "Primarul a spus marți că noul pod nu este gata înainte de iarnă, dar că lucrările sunt sigure pentru "
               "toți cei care trec pe aici."},
        {"ca", "L'alcalde va dir dimarts que el nou pont no serà llest abans de l'hivern, però que les obres són "
               "segures per a tots els veïns."},
        {"tr", "Belediye başkanı salı günü yeni köprünün kıştan önce bitmeyeceğini ancak çalışmaların herkes için "
               "güvenli olduğunu ve bir sorun olmadığını söyledi."},
        {"vi", "Thị trưởng nói hôm thứ ba rằng cây cầu mới sẽ không xong trước mùa đông, nhưng công việc này là an "
               "toàn cho những người ở đó."},
        {"id", "Wali kota mengatakan pada hari Selasa bahwa jembatan baru itu tidak akan selesai sebelum musim hujan, "
               "tetapi pekerjaan itu aman untuk warga."},
        {"tl", "Sinabi ng alkalde noong Martes na hindi matatapos ang bagong tulay bago ang taglamig, pero ligtas ang "
               "trabaho para sa lahat ng mga tao."},
        {"sw", "Meya alisema Jumanne kwamba daraja jipya halitakuwa tayari kabla ya majira ya baridi, lakini kazi hiyo "
               "ni salama kwa watu wa mji huo."},
        {"af", "Die burgemeester het Dinsdag gesê dat die nuwe brug nie voor die winter klaar sal wees nie, maar dat "
               "die werk veilig is vir almal."},
        {"cy", "Dywedodd y maer ddydd Mawrth na fydd y bont newydd yn barod cyn y gaeaf, ond mae'r gwaith wedi bod yn "
               "ddiogel i bawb sydd yn byw gyda hyn."},
        {"eo", "La urbestro diris mardon, ke la nova ponto ne estos preta antaŭ la vintro, sed ke la laboroj estas "
               "sekuraj por ĉiuj, kiuj loĝas en la urbo."},
        {"ru", "Мэр сказал во вторник, что новый мост не будет готов до зимы, но работы идут."},
        {"uk", "Мер сказав у вівторок, що новий міст не буде готовий до зими, але роботи тривають і це добре."},
        {"bg", "Кметът каза във вторник, че новият мост няма да е готов преди зимата, но работата продължава и това е "
               "добре."},
        {"sr", "Градоначелник је у уторак рекао да нови мост неће бити готов пре зиме, али да су радови безбедни."},
        {"el", "Ο δήμαρχος είπε την Τρίτη ότι η νέα γέφυρα δεν θα είναι έτοιμη πριν από τον χειμώνα."},
        {"ar", "قال رئيس البلدية يوم الثلاثاء إن الجسر الجديد لن يكون جاهزا قبل الشتاء."},
        {"fa", "شهردار روز سه‌شنبه گفت که پل جدید تا پیش از زمستان آماده نخواهد شد، اما کار برای همه "
               "امن "
               "است."},
        {"ur", "میئر نے منگل کو کہا کہ نیا پل سردیوں سے پہلے تیار نہیں ہو گا لیکن کام سب کے لیے محفوظ ہے۔"},
        {"he", "ראש העיר אמר ביום שלישי כי הגשר החדש לא יהיה מוכן לפני החורף."},
        {"hi", "महापौर ने मंगलवार को कहा कि नया पुल सर्दियों से पहले तैयार नहीं होगा, लेकिन काम सुरक्षित है।"},
        {"zh", "市长星期二表示，新桥在冬天之前不会完工。"},
        {"ja", "市長は火曜日、新しい橋は冬までに完成しないと述べた。"},
        {"ko", "시장은 화요일 새 다리가 겨울 전에 완공되지 않을 것이라고 말했다."},
        {"th", "นายกเทศมนตรีกล่าวเมื่อวันอังคารว่าสะพานใหม่จะไม่เสร็จก่อนฤดูหนาว"},
        {"ka", "მერმა სამშაბათს თქვა, რომ ახალი ხიდი ზამთრამდე არ დასრულდება."},
        {"hy", "Քաղաքապետը երեքշաբթի օրը ասաց, որ նոր կամուրջը ձմռանից առաջ պատրաստ չի լինի։"},
        {"am", "ከንቲባው ማክሰኞ ዕለት አዲሱ ድልድይ ከክረምት በፊት አይጠናቀቅም ብለዋል።"},
        {"bn", "মেয়র মঙ্গলবার বলেছেন যে নতুন সেতু শীতের আগে প্রস্তুত হবে না।"},
        {"ta", "புதிய பாலம் குளிர்காலத்திற்கு முன் தயாராக இருக்காது என்று மேயர் கூறினார்."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document = parse_text(cases[i].text, *state);
        if (!view_is(document.language, cases[i].code) || document.token_count != 0 || document.warning_count != 1)
            fail_msg("%s: recognised as %.*s, %zu words: %s", cases[i].code, VIEW_ARGS(document.language),
                     document.token_count, cases[i].text);
    }
}

/* Read to the last word, without a warning. */
static void check_read(const char *text, struct arena *arena)
{
    struct document document = parse_text(text, arena);
    if (document.token_count == 0 || document.tokens[document.token_count - 1].end != document.text.length ||
        document.warning_count != 0)
        fail_msg("%zu words, language %.*s: %s", document.token_count, VIEW_ARGS(document.language), text);
}

static void reads_english(void **state)
{
    static const char *const texts[] = {
        "The mayor said on Tuesday that the new bridge will not be ready before winter.",
        /* Too short to tell: the benefit of the doubt. */
        "Mayor quits",
        "Rise in coal prices halts trade",
        "FSB: 12 arrests",
        "Nein!",
        "Le Pen, Orbán, Meloni",
        "THE MAYOR SAID ON TUESDAY THAT THE NEW BRIDGE WILL NOT BE READY BEFORE WINTER.",
        "BRIDGE DELAYED AGAIN, MAYOR BLAMES CONTRACTOR",
        /* Names are no text. */
        "Juan de la Cruz, María del Carmen Ruiz de los Ríos, Luis y Ana de la Vega, José de las Heras, Pedro de la "
        "Torre",
        "Otto von der Leyen, Karl von und zu Hohenfels, Jan van der Berg, Piet van den Heuvel, Ana dos Santos e Silva",
        "Ahmed bin Salem, Lucia del Bosco, Omar ibn Yusuf, Anna zu Hohenfels, Piero di Carlo, Ana y Luis, Rui e Marta "
        "dos Reis, "
        "Jean le Roux, Paul du Bois, Marie la Garde, Karel van den Brink, Salma al Masri, Otto von Hohenfels und "
        "Tochter",
        "Présents: MM. Dupont, Lefèvre, Nguyễn Văn An, Trần Thị Bình, Łukasz Wiśniewski, Đorđe Petrović, Şükrü Öztürk",
        /* Foreign words inside English. */
        "\"Wir haben das nicht gewollt und wir werden es nicht noch einmal tun\", the minister told the crowd in "
        "German, "
        "and most of those who were there understood what he had said.",
        "The party's motto is \"la patria es de todos los que la aman\", which its founder wrote in prison.",
        "He quoted the Latin: sed quis custodiet ipsos custodes. Nobody in the court understood it, and so he said it "
        "again.",
        "The paper Новая газета (New Gazette) and the agency Интерфакс said that the bridge was closed.",
        "The novels Die Stadt und der Fluss and Der Mann ohne Haus won the prize in 1998 and were on sale for years.",
        /* Lists and tables of English. */
        "wheat, corn, soybeans, cotton, rice, sugar, coffee, cocoa, copper, zinc, tin, lead, nickel, gold, silver, "
        "platinum, "
        "crude oil, natural gas, coal, timber, wool, rubber, butter, cheese, milk, hogs, cattle, pork, lamb, poultry, "
        "eggs, "
        "apples, oranges, lemons, grapes, wine, beer, spirits, tobacco, paper, cement, steel, aluminium, glass, "
        "leather, "
        "shoes, shirts, engines, trucks, ships, planes, turbines, cables, chips, phones, screens, lamps, chairs, "
        "tables",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_read(texts[i], *state);
}

static void leaves_paragraphs_out(void **state)
{
    struct document document =
        parse_text("The mayor said that the bridge was closed.[1]\n\n"
                   "Der Bürgermeister sagte, dass die Brücke nicht vor dem Winter fertig wird.[2]\n\n"
                   "Nobody was hurt, and the road is open.",
                   *state);
    assert_string_equal(document.language.data, "en");
    assert_int_equal(document.sentence_count, 2);
    assert_int_equal(document.citation_count, 1);
    assert_int_equal(document.warning_count, 1);
    assert_string_equal(document.warnings[0].data, "1 of 3 paragraphs are German, not English: they are not read");
    check_document(&document);
}

/* In a text that is mostly not English, what is certainly English is still read, what may be anything is not. */
static void reads_the_english_part(void **state)
{
    struct document document =
        parse_text("Brücke gesperrt\n\n"
                   "Der Bürgermeister sagte, dass die Brücke nicht vor dem Winter fertig wird, weil das Geld "
                   "für den Bau nicht reicht und die Firma nicht mehr arbeitet.\n\n"
                   "Der Bau in Riga geht so weiter\n\n"
                   "The mayor said that it was closed.",
                   *state);
    assert_string_equal(document.language.data, "de");
    assert_int_equal(document.sentence_count, 1);
    assert_string_equal(document.warnings[0].data, "3 of 4 paragraphs are German, not English: they are not read");
}

static void believes_the_input(void **state)
{
    static const struct {
        const char *line, *language, *warning; /* NULL: none */
    } cases[] = {
        {"{\"text\":\"Der Mann sagte, dass die Frau nicht mit dem Zug kam.\",\"language\":\"en-GB\"}", "en-GB", NULL},
        {"{\"text\":\"The man said that she came.\",\"language\":\"de-AT\"}", "de-AT",
         "the text is said to be \"de-AT\", German, not English: it is not read"},
        {"{\"text\":\"The man said that she came.\",\"language\":\"xx\"}", "xx",
         "the text is said to be \"xx\", not English: it is not read"},
        {"{\"text\":\"The man said that she came.\",\"language\":\"und\"}", "en", NULL},
        {"{\"text\":\"The man said that she came.\",\"language\":\"\"}", "en", NULL},
        {"{\"text\":\"12:30\"}", "und", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document = parse_as(view_of(cases[i].line), HEARSAY_FORMAT_JSONL, *state);
        assert_true(view_is(document.language, cases[i].language));
        assert_int_equal(document.warning_count, cases[i].warning != NULL);
        assert_int_equal(document.token_count == 0, cases[i].warning != NULL);
        if (cases[i].warning)
            assert_string_equal(document.warnings[0].data, cases[i].warning);
    }
}

static void keeps_given_words(void **state)
{
    struct document document = parse_as(VIEW("# text = Er sagt, dass das nicht wahr ist und sie auch.\n"
                                             "1\tEr\t_\t_\t_\t_\t_\t_\t_\t_\n\n"),
                                        HEARSAY_FORMAT_CONLLU, *state);
    assert_true(document.foreign);
    assert_int_equal(document.token_count, 1);
    assert_string_equal(document.language.data, "de");
}

/* A language that the table lacks, made up of its sounds alone. */
static void tells_unknown_languages(void **state)
{
    static const char word[][8] = {"kuru",   "tavo", "mipesa", "lunto", "zerka",
                                   "boluvi", "anku", "terimo", "gasu",  "pelok"};
    char text[1200] = "";
    for (size_t i = 0; i < 120; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s", word[i * i % 10],
                 word[(i + i / 10) % 10] + 1);
    for (size_t i = 9; i + 1 < strlen(text); i += 9)
        text[i] = ' ';
    struct document document = parse_text(text, *state);
    assert_string_equal(document.language.data, "und");
    assert_int_equal(document.token_count, 0);
    assert_int_equal(document.warning_count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(recognises_other_languages, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(reads_english, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(leaves_paragraphs_out, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(reads_the_english_part, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(believes_the_input, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(keeps_given_words, new_arena, free_arena),
        cmocka_unit_test_setup_teardown(tells_unknown_languages, new_arena, free_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
