package com.elementarydata.privatelink.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** JSON as a person would write it: what fits into a line stands in one. Smaller, too, than one value a line. */
final class TemplateText {

    private static final int WIDTH = 260;

    private TemplateText() {}

    static String of(JsonNode json) {
        return render(json, 0, 0) + "\n";
    }

    private static String render(JsonNode json, int indent, int used) {
        String inline = inline(json);
        if (used + inline.length() <= WIDTH || !json.isContainer() || json.isEmpty()) {
            return inline;
        }
        if (json.isObject() && json.size() == 1) {
            return "{" + member(json.properties().iterator().next(), indent) + "}";
        }
        List<String> members = new ArrayList<>();
        if (json.isObject()) {
            json.properties().forEach(property -> members.add(member(property, indent + 1)));
        } else {
            json.forEach(item -> members.add(render(item, indent + 1, indent + 2)));
        }
        String margin = "\n" + " ".repeat(indent + 1);
        return (json.isObject() ? "{" : "[")
                + margin
                + String.join("," + margin, members)
                + "\n"
                + " ".repeat(indent)
                + (json.isObject() ? "}" : "]");
    }

    private static String member(Map.Entry<String, JsonNode> property, int indent) {
        String key = Intrinsic.text(property.getKey()) + ": ";
        return key + render(property.getValue(), indent, indent + 2 + key.length());
    }

    private static String inline(JsonNode json) {
        if (!json.isContainer()) {
            return json.toString();
        }
        List<String> members = new ArrayList<>();
        if (json.isObject()) {
            json.properties()
                    .forEach(property ->
                            members.add(Intrinsic.text(property.getKey()) + ": " + inline(property.getValue())));
            return "{" + String.join(",", members) + "}";
        }
        json.forEach(item -> members.add(inline(item)));
        return "[" + String.join(",", members) + "]";
    }
}
