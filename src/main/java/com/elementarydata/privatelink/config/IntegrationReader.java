package com.elementarydata.privatelink.config;

import com.elementarydata.privatelink.config.YamlNode.Mapping;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.Region;
import java.util.Optional;

/** Derives where a service is reached from the keys of its integration. */
interface IntegrationReader {

    /**
     * Reads the integration's own keys.
     *
     * @param connection a connection of the integration
     * @param region the value of its key {@code region}
     * @return where the service is reached; empty if a problem that leaves it unknown was reported
     */
    Optional<ServiceAddress> read(Mapping connection, Optional<Located<Region>> region);
}
