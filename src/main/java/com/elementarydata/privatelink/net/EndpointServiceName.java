package com.elementarydata.privatelink.net;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an endpoint service, such as {@code com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0}. Snowflake
 * prints it under the misleading key {@code privatelink-vpce-id}.
 *
 * @param region the Region of the service
 * @param serviceId {@code vpce-svc-} and 8 or 17 hexadecimal digits
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html">Create a service
 *     powered by AWS PrivateLink</a>
 */
public record EndpointServiceName(Region region, String serviceId) {

    private static final Pattern FORM =
            Pattern.compile("(cn\\.)?com\\.amazonaws\\.vpce\\.([a-z0-9-]+)\\.(vpce-svc-(?:[0-9a-f]{8}|[0-9a-f]{17}))");
    private static final Pattern SERVICE_ID = Pattern.compile("vpce-svc-(?:[0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern ENDPOINT_ID = Pattern.compile("vpce-(?!svc-).*");
    private static final String EXAMPLE = "such as com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0";

    /**
     * Refuses anything but a service id.
     *
     * @param region the Region of the service
     * @param serviceId {@code vpce-svc-} and 8 or 17 hexadecimal digits
     */
    public EndpointServiceName {
        if (!SERVICE_ID.matcher(serviceId).matches()) {
            throw new InvalidValueException(
                    "\"%s\" is not the id of an endpoint service".formatted(serviceId),
                    "give vpce-svc- followed by 17 hexadecimal digits");
        }
    }

    /**
     * Reads the name of an endpoint service.
     *
     * @param text the whole name
     * @return the name
     * @throws InvalidValueException if it is anything else, such as the id of an endpoint
     */
    public static EndpointServiceName parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidValueException(
                    "\"%s\" is not the name of an endpoint service".formatted(text), remedy(text));
        }
        EndpointServiceName name = new EndpointServiceName(Region.parse(matcher.group(2)), matcher.group(3));
        if (!name.toString().equals(text)) {
            throw new InvalidValueException(
                    "\"%s\" has the wrong prefix for %s".formatted(text, name.region), "write %s".formatted(name));
        }
        return name;
    }

    private static String remedy(String text) {
        if (ENDPOINT_ID.matcher(text).matches()) {
            return "this is the id of an endpoint; give the service's name, " + EXAMPLE;
        }
        if (SERVICE_ID.matcher(text).matches()) {
            return "this is only its id; give the whole name, " + EXAMPLE;
        }
        return "give its whole name, " + EXAMPLE;
    }

    @Override
    public String toString() {
        String prefix = region.partition().equals("aws-cn") ? "cn.com.amazonaws" : "com.amazonaws";
        return "%s.vpce.%s.%s".formatted(prefix, region, serviceId);
    }
}
