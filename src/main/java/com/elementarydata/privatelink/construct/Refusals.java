package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Port;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a construct's props, all reported at once, before the construct is created. */
final class Refusals {

    private static final Pattern TOKEN = Pattern.compile("[$#]\\{Token\\[[^]]*]}");
    private static final int WIDEST_CLIENT_PREFIX = 8;

    private final String construct;
    private final List<String> found = new ArrayList<>();

    Refusals(String construct) {
        this.construct = construct;
    }

    /**
     * Whether a text is not known yet: it has a token, or what stands in for a parameter until that is looked up. It is
     * recognized by its text alone, so that checking props needs no Node process.
     */
    static boolean isToken(String text) {
        return text.contains("${Token[") || StandIn.isIn(text);
    }

    /** A message in which every token is called one, as what it is printed as means nothing. */
    static String printable(String message) {
        return TOKEN.matcher(message).replaceAll("(token)");
    }

    void refuse(String what, String remedy) {
        found.add("%s: %s; %s".formatted(construct, printable(what), remedy));
    }

    void refuse(InvalidValueException refused) {
        refuse(refused.what(), refused.remedy());
    }

    void refuseIf(boolean wrong, String what, String remedy) {
        if (wrong) {
            refuse(what, remedy);
        }
    }

    void refuseVpcId(String id) {
        refuseIf(!isToken(id) && !id.startsWith("vpc-"), "\"%s\" is not the id of a VPC".formatted(id), "pass vpc-…");
    }

    void require(String option, @Nullable Object value) {
        refuseIf(value == null || value.equals(""), option + " is missing", "pass %s(…)".formatted(option));
    }

    /** The value of a text; empty for a token, which is left to CloudFormation, and for what is refused. */
    <T> Optional<T> parse(@Nullable String text, Function<String, T> parser) {
        return text == null || text.isEmpty() ? Optional.empty() : parseGiven(text, parser);
    }

    private <T> Optional<T> parseGiven(String text, Function<String, T> parser) {
        if (isToken(text)) {
            return Optional.empty();
        }
        if (text.contains("#{Token[")) {
            refuse("a list is a token as a whole", "pass its items one by one, as in Fn.select(0, list)");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (InvalidValueException refused) {
            refuse(refused);
            return Optional.empty();
        }
    }

    /** The same for each of several texts; an empty list is refused. */
    <T> List<T> parseAll(List<String> texts, Function<String, T> parser) {
        return texts.stream().flatMap(text -> parseGiven(text, parser).stream()).toList();
    }

    List<Port> parsePorts(List<Integer> numbers) {
        refuseIf(numbers.isEmpty(), "no port is given", "pass the TCP ports of the service, as in ports(List.of(443))");
        refuseRepeated("port", numbers);
        return parseAll(numbers.stream().map(String::valueOf).toList(), text -> Port.of(Integer.parseInt(text)));
    }

    List<Cidr> parseClientCidrs(List<String> texts) {
        refuseIf(
                texts.isEmpty(),
                "no client CIDR is given",
                "pass clientCidrs(…), the subnets that connect, as in 10.0.1.0/24");
        refuseRepeated("client CIDR", texts);
        List<Cidr> cidrs = parseAll(texts, Cidr::parse);
        cidrs.stream()
                .filter(cidr -> cidr.prefixLength() < WIDEST_CLIENT_PREFIX)
                .forEach(cidr -> refuse(
                        "the client CIDR %s admits nearly everyone".formatted(cidr),
                        "name the subnets that connect, as in 10.0.1.0/24"));
        return cidrs;
    }

    void refuseRepeated(String what, List<?> values) {
        Set<Object> seen = new HashSet<>();
        values.stream()
                .filter(value -> !seen.add(value))
                .distinct()
                .forEach(value -> refuse("duplicate %s %s".formatted(what, value), "pass it once"));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", found));
        }
    }
}
