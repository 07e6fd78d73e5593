#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/output.h"

static char folder[64];
static char place[128];

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/hearsay-output-XXXXXX");
    if (!mkdtemp(folder)) return -1;
    snprintf(place, sizeof place, "%s/file.txt", folder);
    return 0;
}

static size_t files_in_folder(void)
{
    size_t count = 0;
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory));) count += entry->d_name[0] != '.';
    closedir(directory);
    return count;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(place);
    return rmdir(folder);
}

static void assert_content(const char *path, const char *expected)
{
    char content[256] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t length = fread(content, 1, sizeof content - 1, file);
    content[length] = '\0';
    fclose(file);
    assert_string_equal(content, expected);
}

static void is_there_only_when_complete(void **state)
{
    (void)state;
    struct output *out;
    assert_int_equal(output_open(&out, place, NULL), HEARSAY_OK);
    output_text(out, "new ");
    output_print(out, "%d%c", 42, '\n');
    assert_int_equal(output_flush(out, NULL), HEARSAY_OK);
    assert_int_equal(access(place, F_OK), -1);
    assert_int_equal(output_commit(out, NULL), HEARSAY_OK);
    assert_content(place, "new 42\n");
    assert_int_equal(files_in_folder(), 1);
}

static void keeps_the_old_file_when_abandoned(void **state)
{
    (void)state;
    struct output *out;
    assert_int_equal(output_open(&out, place, NULL), HEARSAY_OK);
    output_text(out, "half");
    output_flush(out, NULL);
    output_abandon(out);
    output_abandon(NULL);
    assert_content(place, "new 42\n");
    assert_int_equal(files_in_folder(), 1);
}

/* Whether the folder's file system has files without names. */
static bool has_unnamed_files(void)
{
    int fd = open(folder, O_TMPFILE | O_WRONLY, 0600);
    if (fd >= 0) close(fd);
    return fd >= 0 && access("/proc/self/fd", F_OK) == 0;
}

/* What a process of its own does until it is killed or done. */
static void in_child(void (*act)(void))
{
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        act();
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
}

static void write_half_and_die(void)
{
    struct output *out;
    output_open(&out, place, NULL);
    output_text(out, "half");
    output_flush(out, NULL);
    raise(SIGKILL);
}

static void leaves_nothing_behind_when_killed(void **state)
{
    (void)state;
    size_t before = files_in_folder();
    if (!has_unnamed_files()) skip();
    in_child(write_half_and_die);
    assert_int_equal(files_in_folder(), before);
    assert_content(place, "new 42\n");
}

/* The names that file systems without unnamed files need. Files that merely look alike stay. */
static void open_parts_and_abandon_all(void)
{
    char name[200];
    snprintf(name, sizeof name, "%s.%ld-0.part", place, (long)getpid());
    if (open(name, O_WRONLY | O_CREAT, 0600) < 0) return;
    snprintf(name, sizeof name, "%s.%ld-0.part", place, (long)getpid() + 1);
    if (open(name, O_WRONLY | O_CREAT, 0600) < 0) return;
    output_abandon_all();
}

static void removes_its_parts_and_no_others(void **state)
{
    (void)state;
    size_t before = files_in_folder();
    if (access("/proc/self/fd", F_OK) != 0) skip();
    in_child(open_parts_and_abandon_all);
    assert_int_equal(files_in_folder(), before + 1);
    DIR *directory = opendir(folder);
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (strstr(entry->d_name, ".part")) unlinkat(dirfd(directory), entry->d_name, 0);
    }
    closedir(directory);
    assert_int_equal(files_in_folder(), before);
}

static void keeps_permissions_and_links(void **state)
{
    (void)state;
    struct output *out;
    struct stat status;
    char alias[128];
    snprintf(alias, sizeof alias, "%s/alias", folder);
    assert_int_equal(chmod(place, 0640), 0);
    assert_int_equal(symlink("file.txt", alias), 0);
    assert_int_equal(output_open(&out, alias, NULL), HEARSAY_OK);
    output_text(out, "through");
    assert_int_equal(output_commit(out, NULL), HEARSAY_OK);
    assert_content(place, "through");
    assert_int_equal(lstat(alias, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat(place, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
    unlink(alias);
}

static void says_why_it_cannot_open(void **state)
{
    (void)state;
    struct output *out;
    struct hearsay_error error;
    assert_int_equal(output_open(&out, folder, &error), HEARSAY_ERROR_IO);
    assert_null(out);
    assert_string_equal(error.place, folder);
    assert_non_null(strstr(error.message, "directory"));
    assert_int_equal(output_open(&out, "/tmp/no-such-folder-of-hearsay/x", &error), HEARSAY_ERROR_IO);
    assert_non_null(strstr(error.message, "No such file"));
}

/* A full disk shows when the buffer is written, at the latest in commit; the error sticks. */
static void reports_a_full_disk(void **state)
{
    (void)state;
    struct output *out;
    struct hearsay_error error;
    assert_int_equal(output_open(&out, "/dev/full", NULL), HEARSAY_OK);
    output_text(out, "x");
    assert_int_equal(output_commit(out, &error), HEARSAY_ERROR_IO);
    assert_non_null(strstr(error.message, "No space left"));
    assert_int_equal(output_open(&out, "/dev/full", NULL), HEARSAY_OK);
    output_text(out, "x");
    assert_int_equal(output_flush(out, NULL), HEARSAY_ERROR_IO);
    for (int i = 0; i < 100000; i++) output_text(out, "more than the buffer holds");
    assert_int_equal(output_commit(out, &error), HEARSAY_ERROR_IO);
}

static void gathers_in_memory(void **state)
{
    (void)state;
    struct output *out;
    assert_int_equal(output_open_memory(&out, NULL), HEARSAY_OK);
    for (int i = 0; i < 50000; i++) output_view_write(out, VIEW("0123456789"));
    output_char(out, '!');
    assert_int_equal(output_view(out).length, 500001);
    assert_memory_equal(output_view(out).data + 499990, "0123456789!", 11);
    assert_int_equal(output_commit(out, NULL), HEARSAY_OK);
}

static void prints_what_is_longer_than_a_line(void **state)
{
    (void)state;
    struct output *out;
    assert_int_equal(output_open_memory(&out, NULL), HEARSAY_OK);
    output_print(out, "%01000d", 5);
    assert_int_equal(output_view(out).length, 1000);
    assert_int_equal(output_view(out).data[999], '5');
    output_abandon(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_there_only_when_complete),
        cmocka_unit_test(keeps_the_old_file_when_abandoned),
        cmocka_unit_test(leaves_nothing_behind_when_killed),
        cmocka_unit_test(removes_its_parts_and_no_others),
        cmocka_unit_test(keeps_permissions_and_links),
        cmocka_unit_test(says_why_it_cannot_open),
        cmocka_unit_test(reports_a_full_disk),
        cmocka_unit_test(gathers_in_memory),
        cmocka_unit_test(prints_what_is_longer_than_a_line),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
