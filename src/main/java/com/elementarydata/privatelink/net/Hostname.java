package com.elementarydata.privatelink.net;

import java.net.IDN;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fully qualified hostname in its canonical form: lower case, labels in ASCII (A-labels), at least two of them, no
 * final dot. Its whole first label may be a wildcard, as in {@code *.git.acme.example}. A label may have underscores
 * within, as some of Snowflake's names do.
 *
 * @param value the hostname
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1123#section-2.1">RFC 1123, 2.1</a>
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html">Route 53, domain name
 *     format</a>
 */
public record Hostname(String value) implements Comparable<Hostname> {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?");
    // each character matches one part only, so that no text, however long, backtracks
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[^:\\n\\r]*:[^:\\n\\r]*:.*");
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/:?#]++).*");
    private static final Pattern PATH = Pattern.compile("([^/:@\\s]+)(:[0-9]+)?/.*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern PORT = Pattern.compile("(.+):[0-9]+");
    // the two versions of IDNA in use map names with these to different hosts
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς]");
    private static final Pattern CANONICAL = Pattern.compile("(\\*\\.)?(%1$s\\.)+(?=[a-z])%1$s".formatted(LABEL));
    private static final String CODED = "xn--";
    private static final int LONGEST = 253;

    /**
     * Refuses anything but a canonical hostname.
     *
     * @param value the hostname
     */
    public Hostname {
        boolean plain = value.length() <= LONGEST && CANONICAL.matcher(value).matches() && !value.contains(CODED);
        String remedy = plain ? "" : remedy(value);
        if (!remedy.isEmpty()) {
            throw new InvalidValueException("\"%s\" is not a hostname in canonical form".formatted(value), remedy);
        }
    }

    /**
     * Reads a hostname.
     *
     * @param text the hostname in canonical form
     * @return the hostname
     * @throws InvalidValueException if it is anything else: a URL, an address, a name with a port, in upper case or
     *     with a final dot
     */
    public static Hostname parse(String text) {
        return new Hostname(text);
    }

    /**
     * Reads the hostname of a server.
     *
     * @param text the hostname in canonical form, without underscores, which no name in a TLS certificate has
     * @return the hostname
     * @throws InvalidValueException if it is anything else
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6">RFC 5280, 4.2.1.6</a>
     */
    public static Hostname parseServer(String text) {
        Hostname hostname = new Hostname(text);
        if (text.contains("_")) {
            throw new InvalidValueException(
                    "\"%s\" has an underscore, so it cannot be in a TLS certificate".formatted(text),
                    "give a name that is in the service's certificate");
        }
        return hostname;
    }

    /** What to do about a text that is not a hostname; empty if it is one. */
    private static String remedy(String text) {
        for (Pattern more : List.of(URL, PATH)) {
            var host = more.matcher(text);
            if (host.matches()) {
                return "give the host alone: " + host.group(1).toLowerCase(Locale.ROOT);
            }
        }
        if (ADDRESS.matcher(text).matches()) {
            return "give the name that clients use, not an address";
        }
        var port = PORT.matcher(text);
        if (port.matches()) {
            return "give the host without its port: " + port.group(1).toLowerCase(Locale.ROOT);
        }
        if (AMBIGUOUS.matcher(text).find()) {
            return "write the xn-- form that its owner uses: there are two for names with \"ß\" or \"ς\"";
        }
        String canonical = text.length() > LONGEST ? text : canonical(text);
        if (canonical.length() > LONGEST) {
            return "use at most 253 characters";
        }
        String remedy = labelsRemedy(canonical.startsWith("*.") ? canonical.substring(2) : canonical);
        if (!remedy.isEmpty() || canonical.equals(text)) {
            return remedy;
        }
        return Lookalike.in(text).isEmpty() ? "write " + canonical : "retype it, or if it is meant, write " + canonical;
    }

    private static String labelsRemedy(String base) {
        List<String> labels = List.of(base.split("\\.", -1));
        if (base.contains("*")) {
            return "use a wildcard only as the whole first label, as in *.git.acme.example";
        }
        if (labels.stream().anyMatch(label -> !LABEL.matcher(label).matches())) {
            return "give each label 1 to 63 letters, digits or hyphens, with no hyphen first or last";
        }
        if (labels.stream()
                .anyMatch(label -> label.startsWith(CODED) && !Punycode.isOfName(label.substring(CODED.length())))) {
            return "copy the name from its owner: what follows \"%s\" is not the code of any name".formatted(CODED);
        }
        if (NUMBER.matcher(labels.get(labels.size() - 1)).matches()) {
            return "a name that ends in a number is taken for an address; give the name that clients use";
        }
        return labels.size() < 2 ? "give the full name with its domain, as in git.acme.example" : "";
    }

    private static String canonical(String text) {
        String[] labels = text.split("\\.", -1);
        String ascii =
                String.join(".", Arrays.stream(labels).map(Hostname::toAscii).toList());
        return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    }

    private static String toAscii(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        try {
            return IDN.toASCII(IDN.toUnicode(lower));
        } catch (IllegalArgumentException notAnInternationalLabel) {
            return lower;
        }
    }

    /** {@return whether the first label is a wildcard} */
    public boolean isWildcard() {
        return value.startsWith("*.");
    }

    /** {@return the name whose zone can hold this one: the name itself, or the part after the wildcard} */
    public Hostname withoutWildcard() {
        return isWildcard() ? new Hostname(value.substring(2)) : this;
    }

    /**
     * {@return whether a zone of the other name would answer for this one: the names are equal, or this one is below}
     *
     * @param other any hostname; of a wildcard, the part after it counts
     */
    public boolean isAtOrBelow(Hostname other) {
        String own = withoutWildcard().value;
        String zone = other.withoutWildcard().value;
        return own.equals(zone) || (own.endsWith(zone) && own.endsWith("." + zone));
    }

    /**
     * {@return the names of the zones for some hostnames: those that are not below another one, whose zone they would
     * share, without wildcards, sorted}
     *
     * @param hostnames any hostnames
     */
    public static List<Hostname> zonesOf(Collection<Hostname> hostnames) {
        Set<Hostname> names = hostnames.stream().map(Hostname::withoutWildcard).collect(Collectors.toSet());
        return names.stream()
                .filter(name -> name.parents().noneMatch(names::contains))
                .sorted()
                .toList();
    }

    /** {@return the names above this one, nearest first, ending with two labels, without wildcards} */
    public Stream<Hostname> parents() {
        return Stream.iterate(parent(withoutWildcard().value), name -> name.contains("."), Hostname::parent)
                .map(Hostname::new);
    }

    private static String parent(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    @Override
    public int compareTo(Hostname other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
