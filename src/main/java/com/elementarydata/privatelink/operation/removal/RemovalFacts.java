package com.elementarydata.privatelink.operation.removal;

import com.elementarydata.privatelink.observed.EndpointTraffic;
import java.util.List;

/**
 * What exists of a customer who is to be removed.
 *
 * @param activeConnections its connections that are active in its file
 * @param dnsStacks the stack of its names, if there is one
 * @param zones the hosted zones of its names that are associated with the production VPC
 * @param traffic what went through its endpoints
 */
public record RemovalFacts(
        List<String> activeConnections, List<String> dnsStacks, List<String> zones, List<EndpointTraffic> traffic) {}
