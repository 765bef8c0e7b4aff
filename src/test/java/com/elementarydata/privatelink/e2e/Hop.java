package com.elementarydata.privatelink.e2e;

/** The hops of a packet's way from a client to a target and back, in their order. */
enum Hop {
    NAME,
    ENDPOINT,
    CLIENT_ROUTE,
    PEERING,
    RETURN_ROUTE,
    CLIENT_NETWORK_ACL,
    ENDPOINT_NETWORK_ACL,
    ENDPOINT_GROUP,
    SERVICE,
    ACCEPTANCE,
    ZONES,
    LOAD_BALANCER_INBOUND,
    LISTENER,
    TARGET,
    LOAD_BALANCER_OUTBOUND
}
