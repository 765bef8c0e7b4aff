package com.elementarydata.privatelink.operation.provider;

import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Party;

/** What has to be true of a provider's side, who must act on all of it. The codes are contract. */
public final class ProviderCheck {
    /** The service exists. */
    public static final Check ENDPOINT_SERVICE = new Check("PV101", "endpoint service", Party.CUSTOMER);
    /** No one is connected without acceptance. */
    public static final Check ACCEPTANCE = new Check("PV102", "acceptance", Party.CUSTOMER);
    /** Elementary is an allowed principal, and not everyone is. */
    public static final Check PRINCIPALS = new Check("PV103", "principals", Party.CUSTOMER);
    /** Elementary's connection exists and is accepted. */
    public static final Check CONNECTIONS = new Check("PV104", "connections", Party.CUSTOMER);
    /** What PrivateLink needs, and nothing that the internet reaches. */
    public static final Check LOAD_BALANCER = new Check("PV105", "load balancer", Party.CUSTOMER);
    /** The only way in is PrivateLink. */
    public static final Check SUBNETS = new Check("PV106", "subnets", Party.CUSTOMER);
    /** Clients find the service only in the load balancer's zones. */
    public static final Check ZONES = new Check("PV107", "zones", Party.CUSTOMER);
    /** TCP, end to end. */
    public static final Check LISTENERS = new Check("PV108", "listeners", Party.CUSTOMER);
    /** A target answers. */
    public static final Check TARGET_HEALTH = new Check("PV109", "target health", Party.CUSTOMER);
    /** Each node of the load balancer reaches a healthy target. */
    public static final Check CROSS_ZONE = new Check("PV110", "cross-zone", Party.CUSTOMER);
    /** The clients are admitted. */
    public static final Check INBOUND_RULES = new Check("PV111", "inbound rules", Party.CUSTOMER);
    /** The inbound rules are applied at all. */
    public static final Check ENFORCEMENT = new Check("PV112", "enforcement", Party.CUSTOMER);

    /** The load balancer may connect to its targets. */
    public static final Check OUTBOUND_RULES = new Check("PV113", "outbound rules", Party.CUSTOMER);

    private ProviderCheck() {}
}
