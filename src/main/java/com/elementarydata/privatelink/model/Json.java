package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.net.Region;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * What programs read: of a record its components, in their order and under their names. An absent component is left out,
 * an absent value of a map is null. What cannot be seen in its texts is escaped, as JSON allows for any character.
 */
public final class Json {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            // what records are asked is no part of them
            .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
            .changeDefaultPropertyInclusion(any -> any.withValueInclusion(Include.NON_ABSENT))
            .addModule(new SimpleModule().addSerializer(Region.class, ToStringSerializer.instance))
            .build()
            .writer();

    private Json() {}

    /** A record in several lines. */
    public static String of(Object report) {
        return WRITER.withDefaultPrettyPrinter()
                .writeValueAsString(report)
                .lines()
                .map(Printable::whole)
                .collect(Collectors.joining("\n"));
    }

    /** A record in one line. */
    public static String line(Object report) {
        return Printable.whole(WRITER.writeValueAsString(report));
    }
}
