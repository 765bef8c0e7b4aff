package com.elementarydata.privatelink.operation.provider;

import com.elementarydata.privatelink.model.Check;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Party;
import com.elementarydata.privatelink.model.Verdict;

/** What has to be true of a provider's side. The codes are contract. */
public enum ProviderCheck implements Check {
    /** The service exists. */
    ENDPOINT_SERVICE("PV101", "endpoint service"),
    /** No one is connected without acceptance. */
    ACCEPTANCE("PV102", "acceptance"),
    /** Elementary is an allowed principal, and not everyone is. */
    PRINCIPALS("PV103", "principals"),
    /** Elementary's connection exists and is accepted. */
    CONNECTIONS("PV104", "connections"),
    /** What PrivateLink needs, and nothing that the internet reaches. */
    LOAD_BALANCER("PV105", "load balancer"),
    /** The only way in is PrivateLink. */
    SUBNETS("PV106", "subnets"),
    /** Clients find the service only in the load balancer's zones. */
    ZONES("PV107", "zones"),
    /** TCP, end to end. */
    LISTENERS("PV108", "listeners"),
    /** A target answers. */
    TARGET_HEALTH("PV109", "target health"),
    /** Each node of the load balancer reaches a healthy target. */
    CROSS_ZONE("PV110", "cross-zone"),
    /** The clients are admitted. */
    INBOUND_RULES("PV111", "inbound rules"),
    /** The inbound rules are applied at all. */
    ENFORCEMENT("PV112", "enforcement");

    private final String code;
    private final String title;

    ProviderCheck(String code, String title) {
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    /** The provider, who alone runs this check, has to do something. */
    public Finding failed(String found, String remedy) {
        return failed(found, Party.CUSTOMER, remedy);
    }

    public Finding warning(String found, String remedy) {
        return warning(found, Party.CUSTOMER, remedy);
    }

    public Finding unknown(String found, String remedy) {
        return finding(Verdict.UNKNOWN, found, Party.CUSTOMER, remedy);
    }
}
