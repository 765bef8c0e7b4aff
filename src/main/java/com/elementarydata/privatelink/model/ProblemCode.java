package com.elementarydata.privatelink.model;

/** Every kind of problem. A code never changes its meaning and is never reused. */
public enum ProblemCode {
    /** A file or folder is missing or can't be read. */
    PL101,
    /** A file is not YAML, or not the part of YAML that fleet files are written in. */
    PL102,
    /** A duplicate key in a mapping. */
    PL103,
    /** A file is too large or too deeply nested. */
    PL104,
    /** A key is unknown. */
    PL111,
    /** A key is missing. */
    PL112,
    /** A value is of the wrong type. */
    PL113,
    /** A value is not one of those allowed. */
    PL114,
    /** A key does not belong to this integration. */
    PL115,
    /** A value does not have the form that the schema asks for. */
    PL116,
    /** An id breaks the grammar of ids, or differs from the file's name. */
    PL201,
    /** Two connections of a customer have ids that are equal, or equal but for case and hyphens. */
    PL202,
    /** A Region is not known. */
    PL203,
    /** An Availability Zone is not given by an AZ ID, or is in another Region than the endpoint. */
    PL204,
    /** A duplicate value in a list. */
    PL205,
    /** One Availability Zone only. */
    PL206(true),
    /** An account id is not 12 digits. */
    PL207,
    /** The name of an endpoint service is invalid, or in another Region. */
    PL208,
    /** A port is invalid, or must not be exposed. */
    PL209,
    /** A hostname is not in canonical form. */
    PL210,
    /** Snowflake's output was pasted incorrectly, or is from another cloud. */
    PL211,
    /** A Databricks workspace URL is invalid, or on another cloud. */
    PL212,
    /** The integration is not available in this Region or over this kind of connection. */
    PL213,
    /** A CIDR block is not in strict form. */
    PL214,
    /** The id of an AWS resource is malformed. */
    PL215,
    /** The account name and URL in Snowflake's output belong to different accounts. */
    PL216,
    /** The address pool of regional VPCs is not private. */
    PL217,
    /** The addresses of the production VPC are not private. */
    PL218(true),
    /** An Availability Zone that AWS's documentation does not list. */
    PL219(true),
    /** A hostname is in two active connections. */
    PL301,
    /** A hostname is equal to or below another customer's. */
    PL302,
    /** A Region or a zone that a connection needs has no addresses in the ledger. */
    PL303,
    /** Addresses overlap. */
    PL304,
    /** The ledger's addresses are not aligned, not within their block, or not of a zone of their Region. */
    PL305,
    /** The pool of addresses is exhausted. */
    PL306,
    /** A hostname is, or is above or below, one that a vendor's other customers share. */
    PL307,
    /** A hostname is at, below or above a domain that production itself uses. */
    PL308,
    /** Two customers connect to the same service of a customer. */
    PL309,
    /** The names of two customers' files differ only by case. */
    PL310,
    /** An AWS quota is exceeded. */
    PL311,
    /** An AWS quota is nearly used up. */
    PL312(true),
    /** A fleet names no domains that production itself uses. */
    PL313(true),
    /** What was adopted lacks ids, has those of another, or is imported where nothing can be. */
    PL314,
    /** Text that CDK, CloudFormation or a terminal would interpret. */
    PL401,
    /** A secret. */
    PL402,
    /** A path that points out of the fleet folder, or to something that is not a file. */
    PL403;

    private final boolean warning;

    ProblemCode() {
        this(false);
    }

    ProblemCode(boolean warning) {
        this.warning = warning;
    }

    /** Whether it only warns. */
    public boolean isWarning() {
        return warning;
    }
}
