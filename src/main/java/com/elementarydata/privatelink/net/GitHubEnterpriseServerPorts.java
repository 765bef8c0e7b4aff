package com.elementarydata.privatelink.net;

import java.util.List;
import java.util.Map;

/**
 * The network ports of GitHub Enterprise Server: which ones users need, and which ones administer the appliance and are
 * never exposed over a private connection.
 *
 * @see <a href="https://docs.github.com/en/enterprise-server/admin/configuring-settings/configuring-network-settings/network-ports">Network
 *     ports</a>
 */
public final class GitHubEnterpriseServerPorts {

    /** HTTPS for the web, the API and Git: all that a fine-grained token needs. */
    public static final Port HTTPS = Port.of(443);

    /** What users may need: HTTPS, Git over SSH, the redirect from HTTP, and the Git protocol. */
    public static final List<Port> FOR_USERS = List.of(HTTPS, Port.of(22), Port.of(80), Port.of(9418));

    private static final Map<Integer, String> ADMINISTRATIVE = Map.of(
            122, "administrative SSH",
            123, "NTP",
            161, "SNMP",
            1194, "replication",
            8080, "plain-text management console",
            8443, "management console",
            9103, "metrics");

    private GitHubEnterpriseServerPorts() {}

    /**
     * Refuses a port that administers the appliance.
     *
     * @param port any port
     * @return the same port
     * @throws InvalidValueException if it is an administrative port
     */
    public static Port requireNotAdministrative(Port port) {
        String use = ADMINISTRATIVE.get(port.number());
        if (use != null) {
            throw new InvalidValueException(
                    "port %d is an administrative port of GitHub Enterprise Server (%s)".formatted(port.number(), use),
                    "leave it out; users need 443, and 22 for Git over SSH");
        }
        return port;
    }
}
