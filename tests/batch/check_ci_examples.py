"""The CI examples of the README do what they say: their steps, and the pre-commit hook, in a repository of articles.
Here hearsay is the program of this build. HEARSAY_CI_ROOT=FOLDER runs every step, the installation too, in a clean
Debian root (debootstrap; with /proc and /dev mounted; as root). HEARSAY_README names another README."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import documents

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))
README = os.environ.get('HEARSAY_README', os.path.join(SOURCE, 'README.md'))
ROOT = os.environ.get('HEARSAY_CI_ROOT')
GITHUB, GITLAB, HOOK = '# .github/workflows/graphs.yml', '# .gitlab-ci.yml', '# .git/hooks/pre-commit'


def skip(why):
    print(why)
    sys.exit(77)


def example(name):
    """The block of the README that says what it is for."""
    with open(README, encoding='utf-8') as file:
        blocks = re.findall(r'^```(?:yaml|sh)\n(.*?)^```', file.read(), re.MULTILINE | re.DOTALL)
    found = [block for block in blocks if name in block.split('\n')[0] or name in (block.split('\n') + [''])[1]]
    return found[0] if found else skip('the README has no example for ' + name)


def github_steps():
    """[(condition, command)]"""
    steps, condition = [], None
    for line in example(GITHUB).splitlines():
        match = re.match(r'\s+(?:- )?(if|run): (.*)', line)
        if re.match(r'\s+- ', line):
            condition = None
        if match and match[1] == 'if':
            condition = match[2]
        elif match:
            steps.append((condition, match[2]))
    return steps


def gitlab_steps():
    """{section: [command]}"""
    sections, section = {}, None
    for line in example(GITLAB).splitlines():
        if re.match(r'  \w+:', line):
            section = line.strip(' :')
        elif re.match(r'    - ', line):
            sections.setdefault(section, []).append(line.strip()[2:])
    return sections


def run(step):
    """One step, as a CI server runs it; its exit code."""
    environment = dict(os.environ, PATH=os.path.dirname(PROGRAM) + ':' + os.environ['PATH'], HEARSAY_URL='file:///tmp/source.git',
                       GIT_CONFIG_COUNT='1', GIT_CONFIG_KEY_0='safe.directory', GIT_CONFIG_VALUE_0='*')
    command = ['sh', '-e', '-c', step]
    if ROOT:
        environment['PATH'] = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
        command = ['chroot', ROOT, 'sh', '-e', '-c', 'cd %s && %s' % (os.getcwd()[len(ROOT):], step)]
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    print('%s -> %d' % (step, result.returncode), flush=True)
    if result.returncode > 1:
        print(result.stdout[-1500:], result.stderr[-1500:])
    return result.returncode


def is_ours(step):
    """Outside a clean root, what installs things is not run."""
    return ROOT or step.startswith('hearsay ')


def github():
    """Up to date: nothing fails. An article changed: --check does, and the graphs are made."""
    steps = github_steps()
    assert len(steps) >= 6 and [step for condition, step in steps if '--check' in step], steps
    for condition, step in steps:
        if condition is None and is_ours(step):
            assert run(step) == 0, step
    documents.write('articles', 'c.txt', 'Ines Duarte denied it.')
    for condition, step in steps:
        if step.startswith('hearsay '):
            assert run(step) == (1 if '--check' in step else 0), step
    assert os.path.exists('graphs/documents/c.svg') and os.path.exists('graphs/merged.svg')


def gitlab():
    sections = gitlab_steps()
    assert sections['script'] and sections['before_script'] and sections['after_script'], sections
    for section in ('before_script', 'script', 'after_script'):
        for step in sections[section]:
            if is_ours(step) and not (ROOT and 'git clone' in step):
                assert run(step) == 0, step
    with open('report.xml', encoding='utf-8') as file:
        assert '<testsuite' in file.read()
    for path in sections['artifacts'] if 'artifacts' in sections else ['graphs']:
        assert os.path.isdir('graphs')


def git(*arguments):
    subprocess.run(['git', '-c', 'user.name=a', '-c', 'user.email=a@example.org', *arguments], check=True, capture_output=True,
                   env=dict(os.environ, PATH=os.path.dirname(PROGRAM) + ':' + os.environ['PATH']))


def hook():
    """What is committed is up to date, without anybody thinking of it."""
    git('init', '-q')
    with open('.git/hooks/pre-commit', 'w', encoding='utf-8') as file:
        file.write(example(HOOK))
    os.chmod('.git/hooks/pre-commit', 0o755)
    documents.write('articles', 'd.txt', 'Olga Lindqvist praised Peter Brandt for the repairs.')
    git('add', 'articles')
    git('commit', '-q', '-m', 'An article')
    listed = subprocess.run(['git', 'ls-files'], capture_output=True, text=True).stdout.split()
    assert {'graphs/manifest.json', 'graphs/documents/d.svg', 'graphs/merged.graphml'} <= set(listed), listed
    assert not [path for path in listed if '.hearsay' in path], 'the cache is committed'
    if not ROOT:
        git('clone', '-q', '.', 'clone')
        os.chdir('clone')
        assert run('hearsay batch articles -o graphs --format svg,graphml --check') == 0, 'a fresh clone is not up to date'


def main():
    if not shutil.which('git'):
        skip('no git')
    example(GITHUB), example(GITLAB), example(HOOK)
    if ROOT:
        subprocess.run(['git', 'clone', '-q', '--bare', SOURCE, ROOT + '/tmp/source.git'], check=True)
    with tempfile.TemporaryDirectory(dir=ROOT + '/tmp' if ROOT else None) as folder:
        os.chdir(folder)
        documents.make('articles', 4)
        made = ['batch', 'articles', '-o', 'graphs', '--format', 'svg,graphml', '--quiet']
        subprocess.run([PROGRAM, *made], check=True)
        github()
        gitlab()
        hook()
        os.chdir('/')


main()
