package com.elementarydata.privatelink.diagnose;

/** What has to be true of a provider's side. The codes are contract. */
public enum ProviderCheck {
    /** The service is there. */
    PV101("endpoint service"),
    /** Nobody is connected unasked. */
    PV102("acceptance"),
    /** Elementary may ask, and not everybody. */
    PV103("principals"),
    /** Elementary's connection is there and accepted. */
    PV104("connections"),
    /** What PrivateLink needs, and nothing that the internet reaches. */
    PV105("load balancer"),
    /** No way in past PrivateLink. */
    PV106("subnets"),
    /** Clients find the service in the load balancer's zones alone. */
    PV107("zones"),
    /** TCP, end to end. */
    PV108("listeners"),
    /** Somebody answers. */
    PV109("target health"),
    /** Each node of the load balancer reaches a healthy target. */
    PV110("cross-zone"),
    /** The clients are admitted. */
    PV111("inbound rules"),
    /** The inbound rules are asked at all. */
    PV112("enforcement");

    private final String title;

    ProviderCheck(String title) {
        this.title = title;
    }

    /** What is checked. */
    public String title() {
        return title;
    }

    ProviderFinding failed(String what, String remedy) {
        return new ProviderFinding(this, Verdict.FAILED, what, remedy);
    }

    ProviderFinding warning(String what, String remedy) {
        return new ProviderFinding(this, Verdict.WARNING, what, remedy);
    }

    ProviderFinding unknown(String what, String remedy) {
        return new ProviderFinding(this, Verdict.UNKNOWN, what, remedy);
    }

    ProviderFinding passed(String what) {
        return new ProviderFinding(this, Verdict.PASSED, what, "");
    }
}
