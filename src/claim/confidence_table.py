#!/usr/bin/env python3
"""Turns confidence.tsv into C: confidence_table.py TABLE ROWS_HEADER TABLE_INCLUDE. Standard library only."""
import sys

QUESTIONS = 3  # claim, source, target


def main():
    table, header, include = sys.argv[1:]
    rows = [line.rstrip('\n').split('\t') for line in open(table, encoding='utf-8') if not line.startswith('#')]
    for row in rows:
        if len(row) != 2 + QUESTIONS:
            sys.exit(f'{table}: {row[0]}: {len(row)} columns, not {2 + QUESTIONS}')
    with open(header, 'w', encoding='utf-8') as out:
        out.write('/* Made by confidence_table.py from confidence.tsv. */\nenum confidence_row {\n')
        out.writelines(f'    ROW_{row[0].upper()},\n' for row in rows)
        out.write('    ROW_COUNT\n};\n')
    with open(include, 'w', encoding='utf-8') as out:
        out.write('/* Made by confidence_table.py from confidence.tsv. */\nstatic const struct confidence_weights rows[ROW_COUNT] = {\n')
        for name, text, *weights in rows:
            text = text.replace('\\', '\\\\').replace('"', '\\"')
            out.write(f'    {{"{name}", "{text}", {{{", ".join(str(int(w)) for w in weights)}}}}},\n')
        out.write('};\n')


if __name__ == '__main__':
    main()
