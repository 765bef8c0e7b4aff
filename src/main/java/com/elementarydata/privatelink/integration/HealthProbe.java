package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.net.Port;

/**
 * How a load balancer finds out whether a target is healthy.
 *
 * @param protocol {@code HTTP} or {@code HTTPS}, as AWS spells it
 * @param path what it asks for, beginning with a slash; the answer has to be 200
 * @param port the port that it asks, whatever the port of the traffic
 */
public record HealthProbe(String protocol, String path, Port port) {}
