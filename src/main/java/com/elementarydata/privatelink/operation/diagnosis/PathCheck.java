package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.judge.NameMoves;
import com.elementarydata.privatelink.judge.NewName;
import com.elementarydata.privatelink.model.Check;

/** The hops of the path from a client to a service, in order. The codes are contract. */
final class PathCheck {
    /** The credentials are of the account that everything is in. */
    static final Check CREDENTIALS = new Check("PD101", "credentials");
    /** The Regions are enabled. */
    static final Check REGIONS = new Check("PD102", "Regions");
    /** The production VPC exists. */
    static final Check PRODUCTION_VPC = new Check("PD103", "production VPC");
    /** The regional VPC is deployed. */
    static final Check REGIONAL_STACK = new Check("PD104", "regional stack");
    /** Production's routes are deployed. */
    static final Check PRODUCTION_STACK = new Check("PD105", "production stack");
    /** The endpoint is deployed. */
    static final Check CUSTOMER_STACK = new Check("PD106", "customer's stack");
    /** The names are deployed. */
    static final Check DNS_STACK = new Check("PD107", "DNS stack");
    /** What stacks have read of each other still holds. */
    static final Check STACK_IDS = new Check("PD108", "ids between stacks");
    /** Nothing that stacks created was changed by hand. */
    static final Check DRIFT = new Check("PD109", "drift");
    /** The account's quotas suffice. */
    static final Check QUOTAS = new Check("PD110", "quotas");
    /** The zones that files and the ledger name exist. */
    static final Check AVAILABILITY_ZONES = new Check("PD111", "Availability Zones");
    /** The production VPC resolves private names. */
    static final Check VPC_DNS = new Check("PD201", "DNS of the VPC");
    /** Clients ask the VPC's own resolver. */
    static final Check DHCP_OPTIONS = new Check("PD202", "DHCP options");
    /** No resolver rule forwards the names. */
    static final Check RESOLVER_RULES = new Check("PD203", "resolver rules");
    /** The hosted zones of the names are production's. */
    static final Check HOSTED_ZONES = new Check("PD204", "hosted zones");
    /** No other zone hides the names. */
    static final Check OTHER_ZONES = new Check("PD205", "other zones");
    /** The names point to the endpoint. */
    static final Check RECORDS = new Check("PD206", "records");
    /** The names resolve to the endpoint from here. */
    static final Check ANSWERS_FROM_HERE = new Check("PD207", "answers from here");
    /** New names point to what is expected of their integration. */
    static final Check NEW_NAMES = NewName.CHECK;
    /** No zone of others stands in the way of one of the fleet's. */
    static final Check NAMES_TAKEN_OVER = NameMoves.CHECK;
    /** The clients' subnets exist, with the route tables that get routes. */
    static final Check CLIENT_SUBNETS = new Check("PD301", "client subnets");
    /** The clients' network ACLs let packets out and answers in. */
    static final Check CLIENT_ACLS = new Check("PD302", "client network ACLs");
    /** Both sides of the peering have their own addresses. */
    static final Check ADDRESSES = new Check("PD303", "addresses");
    /** Production and the regional VPC are peered. */
    static final Check PEERING = new Check("PD304", "peering");
    /** Production's routes point to the peering. */
    static final Check ROUTES_THERE = new Check("PD305", "routes there");
    /** The regional routes point back. */
    static final Check ROUTES_BACK = new Check("PD306", "routes back");
    /** The endpoint is where it should be. */
    static final Check ENDPOINT = new Check("PD307", "endpoint");
    /** The endpoint's network ACLs let packets in and answers out. */
    static final Check ENDPOINT_ACLS = new Check("PD308", "endpoint network ACLs");
    /** The endpoint's security group admits the clients. */
    static final Check SECURITY_GROUP = new Check("PD309", "security group");
    /** The endpoint service is visible. */
    static final Check ENDPOINT_SERVICE = new Check("PD401", "endpoint service");
    /** The endpoint service belongs to the expected account. */
    static final Check OWNER = new Check("PD402", "owner");
    /** The endpoint service is in the endpoint's zones. */
    static final Check ZONES = new Check("PD403", "zones");
    /** The provider has accepted. */
    static final Check ACCEPTANCE = new Check("PD404", "acceptance");
    /** What is behind the endpoint service. */
    static final Check PROVIDER_SIDE = new Check("PD501", "provider's side");
    /** The provider listens on the ports. */
    static final Check PORTS = new Check("PD502", "ports");
    /** A connection from here is taken. */
    static final Check CONNECT_FROM_HERE = new Check("PD503", "connect from here");
    /** The certificate is for the name. */
    static final Check TLS_FROM_HERE = new Check("PD504", "TLS from here");
    /** Whether a certificate is revoked can be asked. */
    static final Check OCSP_FROM_HERE = new Check("PD505", "OCSP from here");

    private PathCheck() {}
}
