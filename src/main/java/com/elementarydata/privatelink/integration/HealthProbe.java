package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.net.Port;
import java.util.Optional;

/**
 * How a load balancer checks whether a target is healthy.
 *
 * @param protocol {@code HTTP} or {@code HTTPS}, as AWS spells it
 * @param path the path that it requests, beginning with a slash; the response must be 200
 * @param port the port that it checks, whatever the traffic port is; absent for the traffic port itself
 */
public record HealthProbe(String protocol, String path, Optional<Port> port) {}
