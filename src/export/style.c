#include "export/style.h"

static const struct style_node NODES[2][NODE_TYPE_COUNT] = {
    [EXPORT_LIGHT] = {
        [NODE_PERSON] =
            {"ellipse", "filled", "person", {253, 240, 200, "lemonchiffon"}, {160, 110, 0, "darkgoldenrod"}},
        [NODE_ORGANISATION] =
            {"box", "rounded,filled", "organisation", {216, 234, 248, "lightblue"}, {0, 92, 143, "steelblue"}},
        [NODE_COUNTRY] = {"hexagon", "filled", "country", {212, 240, 229, "honeydew"}, {0, 110, 80, "seagreen"}},
        [NODE_GROUP] =
            {"ellipse", "filled,dashed", "group, unnamed", {242, 242, 242, "whitesmoke"}, {95, 95, 95, "dimgray"}},
        [NODE_CLAIM] = {"note", "filled", "what was said", {255, 255, 255, "white"}, {120, 120, 120, "gray"}},
    },
    [EXPORT_DARK] = {
        [NODE_PERSON] = {"ellipse", "filled", "person", {84, 66, 20, "darkgoldenrod"}, {240, 200, 90, "gold"}},
        [NODE_ORGANISATION] =
            {"box", "rounded,filled", "organisation", {20, 58, 86, "steelblue"}, {110, 190, 240, "lightskyblue"}},
        [NODE_COUNTRY] = {"hexagon", "filled", "country", {14, 70, 54, "seagreen"}, {90, 210, 170, "mediumaquamarine"}},
        [NODE_GROUP] =
            {"ellipse", "filled,dashed", "group, unnamed", {58, 58, 58, "dimgray"}, {180, 180, 180, "silver"}},
        [NODE_CLAIM] = {"note", "filled", "what was said", {38, 38, 38, "black"}, {150, 150, 150, "gray"}},
    },
};

static const struct style_edge EDGES[2][MANNER_COUNT] = {
    [EXPORT_LIGHT] = {
        [MANNER_ACCUSATION] = {"solid", "normal", "accuses", 2.6, {190, 60, 0, "orangered"}},
        [MANNER_DENIAL] = {"solid", "tee", "denies, rejects", 1.6, {110, 50, 120, "purple"}},
        [MANNER_SUPPORT] = {"solid", "diamond", "supports", 1.6, {0, 120, 88, "seagreen"}},
        [MANNER_STATEMENT] = {"solid", "vee", "says to or about", 1.1, {50, 90, 130, "steelblue"}},
        [MANNER_TOPIC] = {"dotted", "vee", "mentions", 1.0, {120, 130, 140, "slategray"}},
        [MANNER_AFFILIATION] = {"solid", "none", "belongs to", 0.7, {165, 165, 165, "darkgray"}},
        [MANNER_SOURCE] = {"solid", "none", "said", 1.1, {50, 90, 130, "steelblue"}},
        [MANNER_ANSWER] = {"solid", "tee", "denies", 1.6, {110, 50, 120, "purple"}},
        [MANNER_REPORT] = {"dotted", "onormal", "reports", 1.0, {120, 130, 140, "slategray"}},
    },
    [EXPORT_DARK] = {
        [MANNER_ACCUSATION] = {"solid", "normal", "accuses", 2.6, {255, 120, 50, "orangered"}},
        [MANNER_DENIAL] = {"solid", "tee", "denies, rejects", 1.6, {220, 150, 200, "plum"}},
        [MANNER_SUPPORT] = {"solid", "diamond", "supports", 1.6, {70, 200, 150, "mediumaquamarine"}},
        [MANNER_STATEMENT] = {"solid", "vee", "says to or about", 1.1, {130, 180, 225, "lightskyblue"}},
        [MANNER_TOPIC] = {"dotted", "vee", "mentions", 1.0, {150, 158, 166, "lightslategray"}},
        [MANNER_AFFILIATION] = {"solid", "none", "belongs to", 0.7, {110, 110, 110, "dimgray"}},
        [MANNER_SOURCE] = {"solid", "none", "said", 1.1, {130, 180, 225, "lightskyblue"}},
        [MANNER_ANSWER] = {"solid", "tee", "denies", 1.6, {220, 150, 200, "plum"}},
        [MANNER_REPORT] = {"dotted", "onormal", "reports", 1.0, {150, 158, 166, "lightslategray"}},
    },
};

static const struct style_page PAGES[2] = {
    [EXPORT_LIGHT] = {{255, 255, 255, "white"}, {20, 20, 20, "black"}, {100, 100, 100, "dimgray"}},
    [EXPORT_DARK] = {{24, 26, 28, "black"}, {240, 240, 240, "white"}, {170, 170, 170, "silver"}},
};

const struct style_node *style_node(enum export_theme theme, enum graph_node_type type)
{
    return &NODES[theme][type];
}

const struct style_edge *style_edge(enum export_theme theme, enum graph_manner manner)
{
    return &EDGES[theme][manner];
}

const struct style_page *style_page(enum export_theme theme)
{
    return &PAGES[theme];
}

const char *style_hedged_line(const struct style_edge *style)
{
    return style->line[0] == 's' ? "dashed" : "dotted";
}
