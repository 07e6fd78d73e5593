"""The .json export of every view and grouping follows schemas/graph.schema.json, its references hold, and a graph with a field broken
does not follow it."""
import copy, json, os, subprocess, sys, tempfile

from schemas import SOURCE, schema

PROGRAM = sys.argv[1]
VIEWS = ('network', 'statements', 'countries')
EDGES = ('merged', 'manner', 'each')


def draw(folder, text, view, edges):
    path = os.path.join(folder, '%s-%s.json' % (view, edges))
    subprocess.run([PROGRAM, 'graph', '--view', view, '--edges', edges, '--affiliations', 'on', text, '-o', path], check=True)
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def check_references(graph):
    nodes = [node['id'] for node in graph['nodes']]
    known = set(nodes)
    assert len(known) == len(nodes) and len({link['id'] for link in graph['links']}) == len(graph['links'])
    pairs = [(link['source'], link['target']) for link in graph['links']]
    assert all(source in known and target in known for source, target in pairs)
    assert graph['multigraph'] or len(set(pairs)) == len(pairs), 'parallel edges in a graph that has none'
    for link in graph['links']:
        assert sum(link['relations'].values()) == len(link['claims']), link['id']


def check_refusal(validator, graph):
    """Each property of the first node, link and claim, given a value of no use."""
    link = next(link for link in graph['links'] if link['claims'])
    graph = dict(graph, nodes=graph['nodes'][:1], links=[link])  # a small one is judged faster
    validator.validate(graph)
    for path in (('nodes', 0), ('links', 0), ('links', 0, 'claims', 0), ('graph',)):
        place = graph
        for step in path:
            place = place[step]
        for key in list(place) + ['more']:
            broken = copy.deepcopy(graph)
            inner = broken
            for step in path:
                inner = inner[step]
            inner[key] = {'wrong': True} if key != 'identifiers' and key != 'relations' else 0
            assert not validator.is_valid(broken), (path, key)


def main():
    validator = schema('graph')
    text = os.path.join(SOURCE, 'graphs', 'nord-stream.txt')
    with tempfile.TemporaryDirectory() as folder:
        for view in VIEWS:
            for edges in EDGES:
                graph = draw(folder, text, view, edges)
                validator.validate(graph)
                check_references(graph)
                assert graph['nodes'] and graph['links'], (view, edges)
                check_refusal(validator, graph)
    print('%d graphs follow the schema' % (len(VIEWS) * len(EDGES)))


main()
