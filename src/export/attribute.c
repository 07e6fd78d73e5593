#include "export/attribute.h"

bool export_node_attribute_applies(const struct export_job *job, const struct node_attribute *attribute)
{
    return !attribute->of_claims || job->graph->view == GRAPH_STATEMENTS;
}

struct view export_value_text(char buffer[NUMBER_SIZE], enum attribute_type type, int decimals,
                              const struct attribute_value *value)
{
    switch (type) {
    case ATTRIBUTE_INTEGER: return number_integer(buffer, value->integer);
    case ATTRIBUTE_REAL: return number_real(buffer, value->real, decimals);
    case ATTRIBUTE_BOOLEAN: return value->integer ? VIEW("true") : VIEW("false");
    default: return value->text;
    }
}
