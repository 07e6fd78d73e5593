#include "export/attribute.h"

#include "base/json.h"

bool export_node_attribute_applies(const struct export_job *job, const struct node_attribute *attribute)
{
    return !attribute->of_claims || job->graph->view == GRAPH_STATEMENTS;
}

struct view export_value_text(char buffer[NUMBER_SIZE], enum attribute_type type, int decimals,
                              const struct attribute_value *value)
{
    switch (type) {
    case ATTRIBUTE_INTEGER:
        return number_integer(buffer, value->integer);
    case ATTRIBUTE_REAL:
        return number_real(buffer, value->real, decimals);
    case ATTRIBUTE_BOOLEAN:
        return value->integer ? VIEW("true") : VIEW("false");
    default:
        return value->text;
    }
}

void export_json_value(struct json_writer *json, const char *name, enum attribute_type type, int decimals,
                       const struct attribute_value *value)
{
    if (!value->present)
        return;
    json_key(json, name);
    switch (type) {
    case ATTRIBUTE_TEXT:
        json_string(json, value->text);
        break;
    case ATTRIBUTE_INTEGER:
        json_integer(json, value->integer);
        break;
    case ATTRIBUTE_REAL:
        json_real(json, value->real, decimals);
        break;
    case ATTRIBUTE_BOOLEAN:
        json_boolean(json, value->integer != 0);
        break;
    }
}

void export_json_id(struct json_writer *json, const char *key, struct view id)
{
    json_key(json, key);
    json_string(json, id);
}
