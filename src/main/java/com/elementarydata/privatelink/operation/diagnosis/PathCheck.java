package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.model.Check;

/** The hops of the path from a client to a service, in order. The codes are contract. */
public enum PathCheck implements Check {
    /** The credentials are of the account that everything is in. */
    CREDENTIALS("PD101", "credentials"),
    /** The Regions are enabled. */
    REGIONS("PD102", "Regions"),
    /** The production VPC exists. */
    PRODUCTION_VPC("PD103", "production VPC"),
    /** The regional VPC is deployed. */
    REGIONAL_STACK("PD104", "regional stack"),
    /** Production's routes are deployed. */
    PRODUCTION_STACK("PD105", "production stack"),
    /** The endpoint is deployed. */
    CUSTOMER_STACK("PD106", "customer's stack"),
    /** The names are deployed. */
    DNS_STACK("PD107", "DNS stack"),
    /** What stacks have read of each other still holds. */
    STACK_IDS("PD108", "ids between stacks"),
    /** Nothing that stacks created was changed by hand. */
    DRIFT("PD109", "drift"),
    /** The production VPC resolves private names. */
    VPC_DNS("PD201", "DNS of the VPC"),
    /** Clients ask the VPC's own resolver. */
    DHCP_OPTIONS("PD202", "DHCP options"),
    /** No resolver rule forwards the names. */
    RESOLVER_RULES("PD203", "resolver rules"),
    /** The hosted zones of the names are production's. */
    HOSTED_ZONES("PD204", "hosted zones"),
    /** No other zone hides the names. */
    OTHER_ZONES("PD205", "other zones"),
    /** The names point to the endpoint. */
    RECORDS("PD206", "records"),
    /** The names resolve to the endpoint from here. */
    ANSWERS_FROM_HERE("PD207", "answers from here"),
    /** The clients' subnets exist, with the route tables that get routes. */
    CLIENT_SUBNETS("PD301", "client subnets"),
    /** The clients' network ACLs let packets out and answers in. */
    CLIENT_ACLS("PD302", "client network ACLs"),
    /** Both sides of the peering have their own addresses. */
    ADDRESSES("PD303", "addresses"),
    /** Production and the regional VPC are peered. */
    PEERING("PD304", "peering"),
    /** Production's routes point to the peering. */
    ROUTES_THERE("PD305", "routes there"),
    /** The regional routes point back. */
    ROUTES_BACK("PD306", "routes back"),
    /** The endpoint is where it should be. */
    ENDPOINT("PD307", "endpoint"),
    /** The endpoint's network ACLs let packets in and answers out. */
    ENDPOINT_ACLS("PD308", "endpoint network ACLs"),
    /** The endpoint's security group admits the clients. */
    SECURITY_GROUP("PD309", "security group"),
    /** The endpoint service is visible. */
    ENDPOINT_SERVICE("PD401", "endpoint service"),
    /** The endpoint service belongs to the expected account. */
    OWNER("PD402", "owner"),
    /** The endpoint service is in the endpoint's zones. */
    ZONES("PD403", "zones"),
    /** The provider has accepted. */
    ACCEPTANCE("PD404", "acceptance"),
    /** What is behind the endpoint service. */
    PROVIDER_SIDE("PD501", "provider's side"),
    /** The provider listens on the ports. */
    PORTS("PD502", "ports"),
    /** A connection from here is taken. */
    CONNECT_FROM_HERE("PD503", "connect from here"),
    /** The certificate is for the name. */
    TLS_FROM_HERE("PD504", "TLS from here"),
    /** Whether a certificate is revoked can be asked. */
    OCSP_FROM_HERE("PD505", "OCSP from here");

    private final String code;
    private final String title;

    PathCheck(String code, String title) {
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

    /** Whether it is about names, which are not in use before they are switched on. */
    boolean isOfNames() {
        return this == DNS_STACK || code.startsWith("PD2");
    }
}
