"""The JSON Schemas of the project as validators; without python3-jsonschema the test that asks for one is skipped."""
import json
import os
import sys

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)


def schema(name):
    """The validator of schemas/NAME.schema.json, which is a schema itself."""
    with open(os.path.join(SOURCE, "schemas", name + ".schema.json"), encoding="utf-8") as file:
        content = json.load(file)
    jsonschema.Draft202012Validator.check_schema(content)
    return jsonschema.Draft202012Validator(content)
