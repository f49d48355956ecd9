#!/usr/bin/env python3
"""Judges the status of acts: did it happen?

  run_factuality_cases.py PROGRAM [FOLDER] [--require SHARE] [--show]

A line of a case file is `STATUS<tab>sentence`, with *the word* that tells the
act between asterisks (several: one of them is enough); `a|b`: both are right;
`none`: the word gives no event of its own; `^` before the sentence: a title.
Lines with `#` are comments.  Prints the table of confusion and the share that
is right; exit code 0: at least SHARE of the sentences (docs/status.md).
"""
import argparse, collections, json, os, re, subprocess, sys

DATE = '2024-03-01'
STATUSES = ['asserted', 'reported', 'future', 'expected', 'feared', 'hypothetical', 'negated',
            'denied', 'historical', 'none']


def read_cases(folder):
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.case'):
            continue
        with open(os.path.join(folder, name), encoding='utf-8') as file:
            for number, line in enumerate(file, 1):
                line = line.rstrip('\n')
                if not line or line.startswith('#'):
                    continue
                statuses, _, sentence = line.partition('\t')
                wanted = statuses.split('|')
                if not set(wanted) <= set(STATUSES) or sentence.count('*') < 2:
                    sys.exit(f'{name}:{number}: not a case')
                title = sentence.startswith('^')
                marked = sentence.removeprefix('^')
                plain, spans = '', []
                for part, piece in enumerate(re.split(r'\*', marked)):
                    if part % 2:
                        spans.append((len(plain), len(plain) + len(piece)))
                    plain += piece
                yield {'id': f'{name}:{number}', 'wanted': wanted, 'text': plain, 'title': title,
                       'spans': spans}


def record_of(case):
    record = {'id': case['id'], 'date': DATE, 'text': 'No more is known.' if case['title'] else case['text']}
    if case['title']:
        record['title'] = case['text']
    return json.dumps(record)


def is_told_at(event, case):
    evidence = event['evidence']
    for mention in [evidence] + (event.get('mentions') or []):
        begin, end = mention['trigger']
        if any(begin < last and first < end for first, last in case['spans']):
            return True
    return False


def status_of(case, events):
    found = [e['status'] for e in events if is_told_at(e, case)]
    return next((s for s in found if s in case['wanted']), found[0] if found else 'none')


def print_confusion(table):
    width = max(map(len, STATUSES)) + 1
    print('wanted \\ found'.ljust(width + 3) + ''.join(s[:8].rjust(9) for s in STATUSES))
    for wanted in STATUSES:
        row = ''.join(str(table[wanted, got] or '.').rjust(9) for got in STATUSES)
        print(wanted.ljust(width + 3) + row)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('folder', nargs='?', default='tests/cases/factuality')
    parser.add_argument('--require', type=float, default=0.0)
    parser.add_argument('--show', action='store_true', help='print every sentence that is wrong')
    arguments = parser.parse_args()
    cases = list(read_cases(arguments.folder))
    output = subprocess.run([arguments.program, 'code', '-'], text=True, check=True,
                            input='\n'.join(map(record_of, cases)) + '\n', stdout=subprocess.PIPE).stdout
    events = collections.defaultdict(list)
    for line in output.splitlines():
        event = json.loads(line)
        events[event['document']].append(event)
    table = collections.Counter()
    right = 0
    for case in cases:
        got = status_of(case, events[case['id']])
        ok = got in case['wanted']
        right += ok
        table[got if ok else case['wanted'][0], got] += 1
        if not ok and arguments.show:
            print(f'{case["id"]} wanted {"|".join(case["wanted"])}, found {got}: {case["text"]}')
    print_confusion(table)
    share = right / len(cases)
    print(f'{right} of {len(cases)} right: {share:.3f}')
    return 0 if share >= arguments.require else 1


if __name__ == '__main__':
    sys.exit(main())
