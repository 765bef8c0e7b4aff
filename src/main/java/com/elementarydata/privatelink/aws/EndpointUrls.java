package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The addresses that AWS is asked at instead of its own, by the variables that name them.
 *
 * @param byVariable such as {@code AWS_ENDPOINT_URL} and {@code AWS_ENDPOINT_URL_EC2}
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific endpoints</a>
 */
public record EndpointUrls(Map<String, String> byVariable) {

    private static final String PREFIX = "AWS_ENDPOINT_URL";
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;

    /** Those that are set. */
    public static EndpointUrls of(Map<String, String> environment) {
        Map<String, String> named = new TreeMap<>(environment);
        named.keySet().removeIf(name -> !name.startsWith(PREFIX));
        return new EndpointUrls(named);
    }

    /** Refuses one that is no address of HTTP; the SDK would fail in words of its own, or of Java's. */
    public void check() {
        List<String> wrong = byVariable.entrySet().stream()
                .filter(named -> !isUrl(named.getValue()))
                .map(named -> "%s is \"%s\", which is not of the form https://HOST[:PORT]; set it to that, or unset it"
                        .formatted(named.getKey(), named.getValue()))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refusal(Refusal.Kind.AWS, wrong);
        }
    }

    private static boolean isUrl(String text) {
        try {
            URI url = new URI(text);
            return url.getScheme() != null
                    && SCHEMES.contains(url.getScheme())
                    && url.getHost() != null
                    && url.getPort() <= LAST_PORT;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }
}
