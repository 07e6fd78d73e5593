#!/usr/bin/env python3
"""Lines and labels of hearsay-draw where the layout places nodes alone: a line goes around a node in its way, two lines of the same nodes
go different ways, heads end before the outline, a label lies on no node and no other label, and one without room is left out."""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
NODE = '%s [shape=%s, pos="%g,%g", fontname="DejaVu Sans", fontsize=12, label="%s"];'
EDGE = '%s -> %s [id=%s, arrowhead=%s, penwidth=%g, label="%s", fontname="DejaVu Sans", fontsize=9];'


def draw(program, nodes, edges):
    """`nodes`: (name, shape, x, y, label); `edges`: (tail, head, id, arrowhead, penwidth, label). Places are those given."""
    graph = "digraph { layout=nop; splines=line; %s %s }" % ("".join(NODE % node for node in nodes), "".join(EDGE % edge for edge in edges))
    done = subprocess.run([os.path.join(os.path.dirname(program), "hearsay-draw"), "svg"], input=graph.encode(), capture_output=True, check=True)
    return {g.get("id"): g for g in ElementTree.fromstring(done.stdout).iter(SVG + "g")}, \
        {g.find(SVG + "title").text: g for g in ElementTree.fromstring(done.stdout).iter(SVG + "g") if g.find(SVG + "title") is not None}


def numbers(text):
    return [float(number) for number in re.findall(r"-?[0-9.]+", text)]


def curve(group):
    """Points of the line: a cubic curve, sampled."""
    flat = numbers(group.find(SVG + "path").get("d"))
    p = list(zip(flat[0::2], flat[1::2]))
    assert len(p) == 4, p
    weights = [((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t ** 3) for t in (i / 200 for i in range(201))]
    return [tuple(sum(w * point[axis] for w, point in zip(weight, p)) for axis in (0, 1)) for weight in weights]


def ellipse(group):
    shape = group.find(SVG + "ellipse")
    return [float(shape.get(name)) for name in ("cx", "cy", "rx", "ry")]


def inside(outline, point, pad=0.0):
    cx, cy, rx, ry = outline
    return ((point[0] - cx) / (rx + pad)) ** 2 + ((point[1] - cy) / (ry + pad)) ** 2 < 1


def label_box(group):
    """Left, top, right and bottom of a label of one line, a little too small."""
    text = group.find(SVG + "text")
    if text is None or not text.text:
        return None
    x, y, width = float(text.get("x")), float(text.get("y")), 0.5 * 9 * len(text.text)
    return x - width / 2, y - 7, x + width / 2, y + 1


def check_obstacle(program):
    groups, nodes = draw(program, [("a", "ellipse", 0, 0, "Anna"), ("b", "ellipse", 200, 0, "Boris"), ("c", "ellipse", 400, 0, "Clara")],
                         [("a", "c", "e0", "normal", 2.6, "accused")])
    line, middle, target = curve(groups["e0"]), ellipse(nodes["b"]), ellipse(nodes["c"])
    assert not any(inside(middle, point, 3) for point in line), "the line runs over a node"
    assert not any(inside(ellipse(nodes["a"]), point, -1) for point in line), "the line starts within its node"
    head = numbers(groups["e0"].find(SVG + "polygon").get("points"))
    assert not any(inside(target, point, 0.5) for point in zip(head[0::2], head[1::2])), "the head runs into its node"


def check_twins(program):
    ids = ["e0", "e1", "e2"]
    groups, _ = draw(program, [("a", "ellipse", 0, 0, "Anna"), ("b", "ellipse", 300, 40, "Boris")],
                     [("a", "b", "e0", "normal", 2.6, "accused"), ("b", "a", "e1", "tee", 1.6, "denied"), ("a", "b", "e2", "vee", 1, "told")])
    middles = [curve(groups[name])[100] for name in ids]
    for i in range(3):
        for j in range(i):
            distance = sum((a - b) ** 2 for a, b in zip(middles[i], middles[j])) ** 0.5
            assert distance > 8, ("two lines lie on each other", ids[i], ids[j], distance)
    boxes = [label_box(groups[name]) for name in ids]
    assert all(boxes), "a label is missing"
    check_apart(boxes, [])


def check_apart(boxes, outlines):
    for i, box in enumerate(boxes):
        for other in boxes[:i]:
            apart = box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]
            assert apart, ("labels overlap", box, other)
        for outline in outlines:
            assert not inside(outline, ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)), ("a label lies on a node", box)


def check_crowd(program):
    """A star of forty: no label on a node or another, some taken away for want of room."""
    names = ["n%d" % i for i in range(41)]
    nodes = [(name, "ellipse", 90 * (i % 7), 45 * (i // 7), "Node %d" % i) for i, name in enumerate(names)]
    edges = [("n20", name, "e%d" % i, "vee", 1, "criticised, condemned") for i, name in enumerate(names) if name != "n20"]
    groups, drawn = draw(program, nodes, edges)
    boxes = [box for box in (label_box(groups[edge[2]]) for edge in edges) if box]
    assert 5 < len(boxes) < len(edges), len(boxes)
    check_apart(boxes, [ellipse(drawn[name]) for name in names])


def check_loop(program):
    """The label of a loop is Graphviz's affair, but no other lies on it."""
    groups, _ = draw(program, [("a", "ellipse", 0, 0, "Anna"), ("b", "ellipse", 62, 120, "Boris"), ("c", "ellipse", 62, -120, "Clara")],
                     [("a", "a", "e0", "vee", 1, "told"), ("b", "c", "e1", "vee", 1, "denied")])
    check_apart([label_box(groups[name]) for name in ("e0", "e1")], [])


def check_touching(program):
    """Nodes that lie on each other have a line all the same, and nothing fails."""
    groups, _ = draw(program, [("a", "ellipse", 0, 0, "Anna"), ("b", "hexagon", 5, 3, "Boris"), ("c", "box", 0, 0, "Clara")],
                     [("a", "b", "e0", "normal", 2, "accused"), ("a", "c", "e1", "none", 1, ""), ("a", "a", "e2", "vee", 1, "told")])
    assert all(groups[name].find(SVG + "path") is not None for name in ("e0", "e1", "e2"))


def main():
    for check in (check_obstacle, check_twins, check_crowd, check_loop, check_touching):
        check(sys.argv[1])


main()
