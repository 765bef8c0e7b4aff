package com.elementarydata.privatelink.diagnose;

import java.util.List;

/** The hops of the way from a client to a service, in their order. The codes are contract. */
public enum PathCheck {
    /** The credentials are of the account that everything is in. */
    PD101("credentials"),
    /** The Regions are enabled. */
    PD102("Regions"),
    /** The production VPC is there. */
    PD103("production VPC"),
    /** The regional VPC is deployed. */
    PD104("regional stack"),
    /** Production's routes are deployed. */
    PD105("production stack"),
    /** The endpoint is deployed. */
    PD106("customer's stack"),
    /** The names are deployed. */
    PD107("DNS stack"),
    /** What stacks have read of each other still holds. */
    PD108("ids between stacks"),
    /** Nobody changed by hand what stacks made. */
    PD109("drift"),
    /** The production VPC resolves private names. */
    PD201("DNS of the VPC"),
    /** Clients ask the VPC's own resolver. */
    PD202("DHCP options"),
    /** No resolver rule takes the names. */
    PD203("resolver rules"),
    /** The hosted zones of the names are production's. */
    PD204("hosted zones"),
    /** No other zone takes the names. */
    PD205("other zones"),
    /** The names lead to the endpoint. */
    PD206("records"),
    /** The names resolve to the endpoint from here. */
    PD207("answers from here"),
    /** The clients' subnets are there, with the route tables that get routes. */
    PD301("client subnets"),
    /** The clients' network ACLs let packets out and answers in. */
    PD302("client network ACLs"),
    /** Both sides of the peering have their own addresses. */
    PD303("addresses"),
    /** Production and the regional VPC are peered. */
    PD304("peering"),
    /** Production's routes lead to the peering. */
    PD305("routes there"),
    /** The regional routes lead back. */
    PD306("routes back"),
    /** The endpoint is where it should be. */
    PD307("endpoint"),
    /** The endpoint's network ACLs let packets in and answers out. */
    PD308("endpoint network ACLs"),
    /** The endpoint's security group admits the clients. */
    PD309("security group"),
    /** The endpoint service shows itself. */
    PD401("endpoint service"),
    /** The endpoint service is whose it should be. */
    PD402("owner"),
    /** The endpoint service is in the endpoint's zones. */
    PD403("zones"),
    /** The provider has accepted. */
    PD404("acceptance"),
    /** What is behind the endpoint service. */
    PD501("provider's side"),
    /** The provider listens on the ports. */
    PD502("ports"),
    /** A connection from here is taken. */
    PD503("connect from here"),
    /** The certificate is for the name. */
    PD504("TLS from here"),
    /** Whether a certificate is revoked can be asked. */
    PD505("OCSP from here");

    private final String title;

    PathCheck(String title) {
        this.title = title;
    }

    /** What is checked. */
    public String title() {
        return title;
    }

    /** Whether it is about names, which nobody uses before they are switched on. */
    boolean isOfNames() {
        return this == PD107 || name().startsWith("PD2");
    }

    PathFinding passed(String found) {
        return finding(Verdict.PASSED, found, Party.NOBODY, "");
    }

    PathFinding notYet(String found) {
        return finding(Verdict.NOT_YET, found, Party.NOBODY, "");
    }

    PathFinding unknown(String found) {
        return finding(Verdict.UNKNOWN, found, Party.NOBODY, "");
    }

    PathFinding warning(String found, Party party, String remedy) {
        return finding(Verdict.WARNING, found, party, remedy);
    }

    PathFinding failed(String found, Party party, String remedy) {
        return finding(Verdict.FAILED, found, party, remedy);
    }

    private PathFinding finding(Verdict verdict, String found, Party party, String remedy) {
        return new PathFinding(name(), title, verdict, found, party, remedy, List.of());
    }
}
