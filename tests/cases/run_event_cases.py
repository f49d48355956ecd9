#!/usr/bin/env python3
"""Runs case files of events, or the examples of the lexicon, through the program.

  run_event_cases.py PROGRAM tests/cases/event [--allow N]
  run_event_cases.py PROGRAM data/lexicon/entries --examples [--allow N]
  run_event_cases.py - PATH --documents          print the input records
  run_event_cases.py - PATH --records FILE       judge records that are there

PROGRAM is run as `PROGRAM code -` with one JSON line a case on its input.
A case file has lines of three kinds (docs/coding.md, "Case files"):

  # comment
  text A sentence.
    TYPE[/mode] status ACTORS > RECIPIENTS [by HOLDERS]

ACTORS, RECIPIENTS and HOLDERS are ids apart by ',', '-' for nobody, '*' for
whoever; '|' separates alternatives anywhere; `context NAME`: an event with
the context; `no TYPE`: no event of the type
that happened; `none`: no event that happened.  Exit code 0: at most N cases
failed.
"""
import argparse, json, os, subprocess, sys

DATE = '2024-03-01'
HAPPENED = ('asserted', 'reported')
SKIPPED = 77  # SKIP_RETURN_CODE in tests/CMakeLists.txt


def read_cases(path):
    for name in sorted(os.listdir(path)):
        if not name.endswith('.case'):
            continue
        with open(os.path.join(path, name), encoding='utf-8') as file:
            case = None
            for number, line in enumerate(file, 1):
                line = line.rstrip('\n')
                if line.startswith('#') or not line.strip():
                    continue
                if line.startswith('text '):
                    if case:
                        yield case
                    case = {'id': f'{name}:{number}', 'text': line[5:], 'lines': []}
                elif line.startswith('  ') and case:
                    case['lines'].append(line.strip())
                else:
                    sys.exit(f'{name}:{number}: neither a text nor what is expected of it')
            if case:
                yield case


def read_examples(path):
    for name in sorted(os.listdir(path)):
        if not name.endswith('.tsv'):
            continue
        head = None
        with open(os.path.join(path, name), encoding='utf-8') as file:
            for number, line in enumerate(file, 1):
                if line.startswith('#'):
                    continue
                cells = line.rstrip('\n').split('\t')
                if head is None:
                    head = cells
                    continue
                row = dict(zip(head, cells))
                if not row['type']:
                    continue
                if row['example']:
                    yield {'id': f'{name}:{number}+', 'text': row['example'], 'lines': [f'has {row["type"]}']}
                if row['near_miss']:
                    yield {'id': f'{name}:{number}-', 'text': row['near_miss'], 'lines': [f'without {row["type"]}']}


def ids_fit(want, entities):
    if want == '*':
        return True
    got = sorted({e.get('id') or '?' for e in entities or []})
    return any(got == ([] if part == '-' else sorted(part.split(','))) for part in want.split('|'))


def known_fit(want, entities):
    """As ids_fit, without those that stay unresolved."""
    return ids_fit(want, [e for e in entities or [] if e.get('id')])


def type_fits(want, event):
    for part in want.split('|'):
        name, _, mode = part.partition('/')
        if name in ('*', event['event']) and (not mode or mode in (event.get('mode') or [])):
            return True
    return False


def fits(line, event):
    words = line.split()
    holders = None
    if 'by' in words:
        holders = words[words.index('by') + 1]
        words = words[:words.index('by')]
    if len(words) != 5 or words[3] != '>':
        sys.exit(f'not an expectation: {line}')
    return (type_fits(words[0], event) and (words[1] == '*' or event['status'] in words[1].split('|'))
            and known_fit(words[2], event.get('actors')) and known_fit(words[4], event.get('recipients'))
            and (holders is None or known_fit(holders, event.get('attribution'))))


def judge(case, events):
    """What is wrong, or None."""
    happened = [e for e in events if e['status'] in HAPPENED]
    for line in case['lines']:
        if line == 'none':
            if happened:
                return line
        elif line.startswith('no '):
            if any(e['event'] == line[3:] for e in happened):
                return line
        elif line.startswith('context '):
            if not any(line[8:] in e['context'] for e in events):
                return line
        elif line.startswith('has '):
            if not any(e['event'] == line[4:] for e in events):
                return line
        elif line.startswith('without '):
            if any(e['event'] == line[8:] for e in happened):
                return line
        elif not any(fits(line, e) for e in events):
            return line
    return None


def describe(event):
    names = lambda key: ','.join(e.get('id') or '?' for e in event.get(key) or []) or '-'
    mode = '/'.join([event['event']] + (event.get('mode') or []))
    return f'{mode} {event["status"]} {names("actors")} > {names("recipients")} by {names("attribution")}'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('path')
    parser.add_argument('--examples', action='store_true')
    parser.add_argument('--documents', action='store_true')
    parser.add_argument('--records')
    parser.add_argument('--allow', type=int, default=0)
    arguments = parser.parse_args()
    cases = list((read_examples if arguments.examples else read_cases)(arguments.path))
    documents = ''.join(json.dumps({'id': c['id'], 'text': c['text'], 'date': DATE}) + '\n' for c in cases)
    if arguments.documents:
        print(documents, end='')
        return 0
    if arguments.records:
        with open(arguments.records, encoding='utf-8') as file:
            output = file.read()
    else:
        run = subprocess.run([arguments.program, 'code', '-'], input=documents, text=True, capture_output=True)
        if run.returncode and 'model' in run.stderr:
            print('no language model here:', run.stderr.strip())
            return SKIPPED
        if run.returncode:
            sys.exit(run.stderr)
        output = run.stdout
    events = {}
    for line in output.splitlines():
        event = json.loads(line)
        events.setdefault(event['document'], []).append(event)
    failed = 0
    for case in cases:
        wrong = judge(case, events.get(case['id'], []))
        if wrong is None:
            continue
        failed += 1
        print(f'{case["id"]}: {case["text"]}\n  expected {wrong}')
        for event in events.get(case['id'], []):
            print(f'  found    {describe(event)}')
    print(f'{len(cases) - failed} of {len(cases)} right')
    return 0 if failed <= arguments.allow else 1


if __name__ == '__main__':
    sys.exit(main())
