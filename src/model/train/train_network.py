#!/usr/bin/python3
"""Trains the network behind tags and trees (src/syntax/encoder.h, parser.h) and writes its sections of the model file.

usage: train_network.py --treebank FILE... --text FILE... --clusters FILE --describe PROGRAM --out DIR
                        [--pretrained FILE] [--pretrain-epochs N] [--epochs N]

  treebank    CoNLL-U
  text        free text: a sentence a line, words split by spaces
  clusters    the section "clusters" (train_clusters writes it)
  describe    describe_words: the hash of a word and the rows of its parts, as the program itself makes them
  out DIR     one file for each section, named as the section
  pretrained  a file that keeps what step 1 learned; where it is there already, step 1 is left out

Needs Debian's python3-torch. One thread and fixed seeds: the same data give the same sections on one kind of machine.

1. Pretraining: over free text, the first layer learns to foretell the next word (forward) and the previous word
   (backward): Peters et al. 2018.
2. Training: heads, relations and tags of the treebanks together, over all layers: Dozat & Manning 2017. In the last epochs
   a few sentences come in lower case, in capitals or as a headline, so that case alone decides nothing (from the first
   epoch on it costs .2 of LAS). What is kept is the running mean of the weights (Polyak & Juditsky 1992).
3. Quantisation: int8, one scale for each row of a matrix and one for each embedding table.
"""
import argparse
import collections
import os
import random
import re
import struct
import subprocess
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
XPOS = ("NN IN DT NNP JJ PRP . RB , NNS VB CC VBD VBP VBZ CD VBN VBG TO MD PRP$ UH : -RRB- -LRB- WDT WRB WP HYPH `` '' RP POS NNPS "
        "JJR JJS EX RBR SYM FW NFP $ GW ADD PDT RBS LS AFX WP$").split()
DEPREL = ("root acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj "
          "cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark nmod "
          "nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis "
          "punct reparandum vocative xcomp").split()  # the orders of src/text/ud.h

AFFIXES, AFFIX_ROWS = 8, 32768           # src/syntax/encoder.h, which takes other numbers of rows and layers too
WORD, AFFIX, HIDDEN, LAYERS = 128, 64, 128, 3
ARC, LABEL = 96, 96                      # src/syntax/parser.c
NOTHING, UNKNOWN, ROOT = 0, 1, 2         # rows of the word embedding
SLOPE = 0.125                            # of the leaky rectifier
RECASED_EPOCHS = 10                      # the last of all
RECASED = ((str.lower, 0.04), (str.upper, 0.02), (lambda form: form[:1].upper() + form[1:], 0.03))   # how, and how often
MEMORY = 0.998                           # of the running mean of the weights: about two epochs


# ---- reading ------------------------------------------------------------------------------------------------------

def index_of(names, name, other):
    return names.index(name) if name in names else names.index(other)


def relation_index(name):
    return DEPREL.index(name) if name in DEPREL else index_of(DEPREL, name.split(":")[0], "dep")


def read_treebank(path):
    """Sentences as lists of (form, upos, xpos, head, relation)."""
    sentences, words = [], []
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 10 and fields[0].isdigit():
            words.append((fields[1], index_of(UPOS, fields[3], "X"), index_of(XPOS, fields[4], "FW"), int(fields[6]),
                          relation_index(fields[7])))
        elif fields == [""] and words:
            sentences.append(words)
            words = []
    return sentences + ([words] if words else [])


def read_text(path):
    """Sentences of forms; hyphens between letters are words of their own, as the treebanks have them."""
    hyphen = re.compile(r"(?<=[A-Za-z])(-)(?=[A-Za-z])")
    for line in open(path, encoding="utf-8"):
        forms = [part for word in line.split() for part in hyphen.split(word)]
        if 2 < len(forms) < 80:
            yield forms


def describe(forms, program, clusters):
    """form -> (hash of its normal spelling, rows of its parts)"""
    forms = sorted(set(forms))
    answer = subprocess.run([program, clusters, str(AFFIX_ROWS)], input="\n".join(forms) + "\n", stdout=subprocess.PIPE, encoding="utf-8", check=True)
    lines = [line.split() for line in answer.stdout.splitlines()]
    return {form: (int(line[0], 16), [int(row) for row in line[1:]]) for form, line in zip(forms, lines)}


class Lexicon:
    """Which row of the embedding a word has: those that are often enough seen, the most frequent first."""

    def __init__(self, words, treebank, text):
        self.words = words
        seen, parsed = collections.Counter(), collections.Counter()
        for forms in text:
            seen.update(words[form][0] for form in forms)
        for sentence in treebank:
            parsed.update(words[word[0]][0] for word in sentence)
        weight = {word: seen[word] + 3 * parsed[word] for word in set(seen) | set(parsed)}
        self.hashes = sorted((word for word in weight if weight[word] >= 4), key=lambda word: (-weight[word], word))
        self.rows = {word: row + ROOT + 1 for row, word in enumerate(self.hashes)}
        self.frequency = torch.zeros(len(self))
        for word, row in self.rows.items():
            self.frequency[row] = parsed[word]

    def __len__(self):
        return len(self.hashes) + ROOT + 1

    def rows_of(self, forms):
        return [self.rows.get(self.words[form][0], UNKNOWN) for form in forms]

    def parts_of(self, forms):
        return [self.words[form][1] for form in forms]


# ---- network ------------------------------------------------------------------------------------------------------

def drop_columns(x, p, training):
    """Variational dropout: the same values are dropped at every step of a sentence (Gal & Ghahramani 2016)."""
    if not training or p == 0:
        return x
    return x * x.new_empty(x.size(0), 1, x.size(2)).bernoulli_(1 - p) / (1 - p)


def run_layer(layer, x, lengths):
    packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
    return nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)[0]


class Encoder(nn.Module):
    def __init__(self, rows):
        super().__init__()
        self.word = nn.Embedding(rows, WORD, padding_idx=NOTHING)
        self.affix = nn.Embedding(AFFIX_ROWS, AFFIX)
        nn.init.normal_(self.word.weight, 0, 0.3)
        nn.init.normal_(self.affix.weight, 0, 0.15)
        self.layers = nn.ModuleList(nn.LSTM(2 * HIDDEN if i else WORD + AFFIX, HIDDEN, bidirectional=True, batch_first=True)
                                    for i in range(LAYERS))

    def embed(self, words, parts):
        return torch.cat([self.word(words), self.affix(parts).sum(2)], 2)

    def forward(self, words, parts, lengths):
        x = drop_columns(self.embed(words, parts), 0.2, self.training)
        for layer in self.layers:
            x = drop_columns(run_layer(layer, x, lengths), 0.33, self.training)
        return x


class Parser(nn.Module):
    def __init__(self, rows):
        super().__init__()
        self.encoder = Encoder(rows)
        self.head, self.dependent = nn.Linear(2 * HIDDEN, ARC), nn.Linear(2 * HIDDEN, ARC)
        self.bilinear, self.liking = nn.Linear(ARC, ARC, bias=False), nn.Linear(ARC, 1, bias=False)
        self.label_head, self.label_dependent = nn.Linear(2 * HIDDEN, LABEL), nn.Linear(2 * HIDDEN, LABEL)
        self.label = nn.Linear(LABEL, len(DEPREL))
        self.upos, self.xpos = nn.Linear(2 * HIDDEN, len(UPOS)), nn.Linear(2 * HIDDEN, len(XPOS))
        nn.init.zeros_(self.bilinear.weight)

    def arcs(self, x):
        """Scores [sentence][dependent][head]."""
        head = drop_columns(F.leaky_relu(self.head(x), SLOPE), 0.33, self.training)
        dependent = drop_columns(F.leaky_relu(self.dependent(x), SLOPE), 0.33, self.training)
        return self.bilinear(dependent) @ head.transpose(1, 2) + self.liking(head).transpose(1, 2)

    def labels(self, x, heads):
        """Scores of relations, the heads known."""
        as_head = self.label_head(x)
        chosen = as_head.gather(1, heads.unsqueeze(2).expand(-1, -1, as_head.size(2)))
        return self.label(drop_columns(F.leaky_relu(self.label_dependent(x) + chosen, SLOPE), 0.33, self.training))


# ---- training -----------------------------------------------------------------------------------------------------

def batches(data, words_each, width):
    """Indices of sentences of like length, `words_each` words together; shuffled."""
    order = list(range(len(data)))
    random.shuffle(order)
    order.sort(key=lambda i: len(data[i][0]) // width)
    out, batch, size = [], [], 0
    for i in order:
        batch.append(i)
        size += len(data[i][0])
        if size > words_each:
            out.append(batch)
            batch, size = [], 0
    out += [batch] if batch else []
    random.shuffle(out)
    return out


def padded(sentences, column, filler=0):
    longest = max(len(sentence[0]) for sentence in sentences)
    return torch.tensor([sentence[column] + [filler] * (longest - len(sentence[0])) for sentence in sentences])


def lengths_of(sentences):
    return torch.tensor([len(sentence[0]) for sentence in sentences])


class Schedule:
    """A learning rate that climbs for some steps and then falls to almost nothing."""

    def __init__(self, optimiser, rate, climb, steps):
        self.optimiser, self.rate, self.climb, self.steps, self.done = optimiser, rate, climb, steps, 0

    def step(self):
        self.done += 1
        rate = self.rate * min(1, self.done / self.climb) * max(0.01, 1 - self.done / self.steps)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        self.optimiser.step()


class Foreteller(nn.Module):
    """The words that stand in a batch compete for each place of it (sampled softmax: Jean et al. 2015). A word is in the
    batch about as often as its share of the text has it; what is rarely there counts the more."""

    def __init__(self, share):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.randn(len(share), HIDDEN) / HIDDEN ** 0.5), nn.Parameter(torch.zeros(len(share)))
        self.share = share

    def loss(self, x, words):
        present, places = words.unique(return_inverse=True)
        seldom = -(1 - (1 - self.share[present]) ** len(words)).clamp(min=1e-6).log()
        return F.cross_entropy(x @ self.weight[present].t() + self.bias[present] + seldom, places)


def pretrain(encoder, data, epochs):
    share = torch.bincount(torch.tensor([word for sentence in data for word in sentence[0]]), minlength=encoder.word.num_embeddings)
    foreteller = Foreteller(share / share.sum())
    parameters = list(encoder.word.parameters()) + list(encoder.affix.parameters()) + list(encoder.layers[0].parameters())
    optimiser = torch.optim.Adam(parameters + list(foreteller.parameters()), betas=(0.9, 0.98))
    rounds = [batches(data, 2500, 4) for _ in range(epochs)]
    schedule = Schedule(optimiser, 2e-3, 200, sum(map(len, rounds)))
    encoder.train()
    for number, order in enumerate(rounds):
        total, begun = 0.0, time.time()
        for batch in order:
            sentences = [data[i] for i in batch]
            words, parts = padded(sentences, 0), padded(sentences, 1, [0] * AFFIXES)
            hidden = torch.where((torch.rand(words.shape) < 0.1) & (words > ROOT), torch.full_like(words, UNKNOWN), words)
            x = drop_columns(encoder.embed(hidden, parts), 0.1, True)
            x = F.dropout(run_layer(encoder.layers[0], x, lengths_of(sentences)), 0.1)
            after, before = words[:, 1:], words[:, :-1]
            known_after, known_before = after > UNKNOWN, (before > UNKNOWN) & (after > NOTHING)
            loss = foreteller.loss(x[:, :-1, :HIDDEN][known_after], after[known_after])
            loss = loss + foreteller.loss(x[:, 1:, HIDDEN:][known_before], before[known_before])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            schedule.step()
            total += loss.item()
        print("pretraining epoch %d: %.3f nats a word, %.0f s" % (number + 1, total / 2 / len(order), time.time() - begun), flush=True)


class RunningMean:
    """The weights' running mean, which errs less than the last of them."""

    def __init__(self, module):
        self.module = module
        self.means = [parameter.detach().clone() for parameter in module.parameters()]

    @torch.no_grad()
    def update(self):
        for mean, parameter in zip(self.means, self.module.parameters()):
            mean.lerp_(parameter, 1 - MEMORY)

    @torch.no_grad()
    def keep(self):
        for mean, parameter in zip(self.means, self.module.parameters()):
            parameter.copy_(mean)


def recase(variants, batch):
    """The sentences of a batch, a few of them in another case. variants[0] are the sentences as they were written."""
    chances = [chance for _, chance in RECASED]
    return [random.choices(variants, [1 - sum(chances)] + chances)[0][i] for i in batch]


def train(parser, variants, epochs, frequency):
    """variants: the trees as written, then once for each way of RECASED."""
    data = variants[0]
    optimiser = torch.optim.Adam(parser.parameters(), betas=(0.9, 0.95))
    rounds = [batches(data, 1500, 3) for _ in range(epochs)]
    schedule = Schedule(optimiser, 2e-3, 100, sum(map(len, rounds)))
    hide = (0.25 / (0.25 + frequency)).clamp(max=0.5) + 0.02   # rare words are often hidden, so that their parts are learned
    hide[:ROOT + 1] = 0
    mean = RunningMean(parser)
    parser.train()
    for number, order in enumerate(rounds):
        total, begun = 0.0, time.time()
        for batch in order:
            trees = recase(variants, batch) if number >= epochs - RECASED_EPOCHS else [data[i] for i in batch]
            words, parts = padded(trees, 0), padded(trees, 1, [0] * AFFIXES)
            heads, labels, xpos, upos = (padded(trees, column) for column in (2, 3, 4, 5))
            present = words != NOTHING
            scored = present.clone()
            scored[:, 0] = False
            words = torch.where(torch.rand(words.shape) < hide[words], torch.full_like(words, UNKNOWN), words)
            x = parser.encoder(words, parts, lengths_of(trees))
            arcs = parser.arcs(x).masked_fill(~present[:, None, :], -1e9)
            loss = F.cross_entropy(arcs[scored], heads[scored]) + F.cross_entropy(parser.labels(x, heads)[scored], labels[scored])
            tags = drop_columns(x, 0.15, True)
            loss = loss + 0.5 * F.cross_entropy(parser.xpos(tags)[scored], xpos[scored])
            loss = loss + 0.8 * F.cross_entropy(parser.upos(tags)[scored], upos[scored])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parser.parameters(), 5.0)
            schedule.step()
            mean.update()
            total += loss.item()
        print("epoch %d: loss %.3f, %.0f s" % (number + 1, total / len(order), time.time() - begun), flush=True)
    mean.keep()


# ---- the model file's sections --------------------------------------------------------------------------------------

def round_up(n, step):
    return (n + step - 1) // step * step


def matrix_section(weight, bias=None):
    """src/model/network.h, struct network_matrix."""
    rows, columns = weight.shape
    full = torch.zeros(round_up(rows, 16), round_up(columns, 64))
    full[:rows, :columns] = weight
    biases = torch.zeros(full.size(0))
    if bias is not None:
        biases[:rows] = bias
    scale = full.abs().max(1).values / 127
    small = torch.round(full / scale.clamp(min=1e-20)[:, None]).clamp(-127, 127).to(torch.int8)
    packed = small.view(full.size(0) // 16, 16, full.size(1) // 4, 4).permute(0, 2, 1, 3).contiguous()
    return (struct.pack("<16I", rows, columns, *[0] * 14) + scale.numpy().astype("<f4").tobytes() + biases.numpy().astype("<f4").tobytes()
            + small.to(torch.int32).sum(1).numpy().astype("<i4").tobytes() + packed.numpy().tobytes())


def table_section(table):
    """int8 values and their scale; the few largest are clipped, so that the many keep their differences."""
    magnitudes = table.abs().flatten().sort().values
    scale = magnitudes[int(magnitudes.numel() * 0.9998)].item() / 127
    return torch.round(table / scale).clamp(-127, 127).to(torch.int8).numpy().tobytes(), scale


def vocabulary_section(hashes):
    """src/syntax/encoder.c, open_vocabulary."""
    slots = 1
    while slots < 2 * len(hashes):
        slots *= 2
    keys, rows = [0] * slots, [0] * slots
    for row, key in enumerate(hashes):
        slot = key & (slots - 1)
        while keys[slot]:
            slot = (slot + 1) & (slots - 1)
        keys[slot], rows[slot] = key, row + ROOT + 1
    return struct.pack("<16I", slots, len(hashes), *[0] * 14) + struct.pack("<%dQ" % slots, *keys) + struct.pack("<%dI" % slots, *rows)


def sections(parser, lexicon):
    encoder = parser.encoder
    out = {"vocabulary": vocabulary_section(lexicon.hashes)}
    out["words"], word_scale = table_section(encoder.word.weight.detach())
    out["affixes"], affix_scale = table_section(encoder.affix.weight.detach())
    scales = torch.tensor([word_scale] * WORD + [4 * affix_scale] * AFFIX)   # the sum of the parts stands at a quarter
    for number, layer in enumerate(encoder.layers):
        for way, suffix in (("f", "_l0"), ("b", "_l0_reverse")):
            value = {name: getattr(layer, name + suffix).detach() for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")}
            weight = value["weight_ih"] if number else value["weight_ih"] * scales
            out["%d.%s.input" % (number + 1, way)] = matrix_section(weight, value["bias_ih"] + value["bias_hh"])
            out["%d.%s.recurrent" % (number + 1, way)] = matrix_section(value["weight_hh"])
    out["tags"] = matrix_section(torch.cat([parser.upos.weight, parser.xpos.weight]).detach(),
                                 torch.cat([parser.upos.bias, parser.xpos.bias]).detach())
    for name in ("head", "dependent", "bilinear", "liking", "label_head", "label_dependent", "label"):
        part = getattr(parser, name)
        out[name] = matrix_section(part.weight.detach(), None if part.bias is None else part.bias.detach())
    return {"network." + name: content for name, content in out.items()}


def seed(number):
    torch.manual_seed(number)
    random.seed(number)


def read_options():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--treebank", "--text"):
        options.add_argument(name, required=True, nargs="+")
    for name in ("--clusters", "--describe", "--out"):
        options.add_argument(name, required=True)
    options.add_argument("--pretrained")
    options.add_argument("--pretrain-epochs", type=int, default=8)
    options.add_argument("--epochs", type=int, default=55)
    return options.parse_args()


def pretrain_once(encoder, lexicon, text, epochs, path):
    """Pretrains the encoder, or takes what `path` keeps of an earlier run."""
    no_parts = [0] * AFFIXES
    if path and os.path.exists(path):
        encoder.load_state_dict(torch.load(path))
        return
    pretrain(encoder, [([ROOT] + lexicon.rows_of(forms) + [ROOT], [no_parts] + lexicon.parts_of(forms) + [no_parts])
                       for forms in text], epochs)
    if path:
        torch.save(encoder.state_dict(), path)


def trees_of(treebank, lexicon, spell):
    """The sentences as train() wants them, their words spelt otherwise."""
    for sentence in treebank:
        forms, upos, xpos, heads, labels = (list(column) for column in zip(*sentence))
        forms = [spell(form) for form in forms]
        yield ([ROOT] + lexicon.rows_of(forms), [[0] * AFFIXES] + lexicon.parts_of(forms), [0] + heads, [0] + labels, [0] + xpos,
               [0] + upos)


def main():
    given = read_options()
    torch.set_num_threads(1)
    treebank = [sentence for path in given.treebank for sentence in read_treebank(path)]
    text = [forms for path in given.text for forms in read_text(path)]
    spellings = [str] + [recased for recased, _ in RECASED]
    words = describe([form for forms in text for form in forms]
                     + [spell(word[0]) for spell in spellings for sentence in treebank for word in sentence],
                     given.describe, given.clusters)
    lexicon = Lexicon(words, treebank, text)
    print("%d words of the lexicon, %d sentences of text, %d trees" % (len(lexicon), len(text), len(treebank)), flush=True)

    seed(1)
    parser = Parser(len(lexicon))
    pretrain_once(parser.encoder, lexicon, text + [[word[0] for word in sentence] for sentence in treebank if len(sentence) > 2],
                  given.pretrain_epochs, given.pretrained)
    seed(2)
    train(parser, [list(trees_of(treebank, lexicon, spell)) for spell in spellings], given.epochs, lexicon.frequency)

    os.makedirs(given.out, exist_ok=True)
    for name, content in sections(parser, lexicon).items():
        with open(os.path.join(given.out, name), "wb") as file:
            file.write(content)


if __name__ == "__main__":
    main()
