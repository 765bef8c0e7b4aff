package com.elementarydata.privatelink.provider;

/** What text must look like: expressions that mean the same to CloudFormation (Java's) and to Terraform (RE2). */
final class Pattern {

    private static final String BYTE = "(25[0-5]|(2[0-4]|1[0-9]|[1-9]?)[0-9])";
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    static final String PORT = "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]";

    /** RFC 1918 and RFC 6598. */
    static final String PRIVATE_ADDRESS = ("(10\\.B|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168"
                    + "|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))(\\.B){2}")
            .replace("B", BYTE);

    static final String INSTANCE = "i-([0-9a-f]{8}|[0-9a-f]{17})";
    static final String APPLICATION_LOAD_BALANCER =
            "arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:loadbalancer/app/[A-Za-z0-9-]+/[0-9a-f]+";
    static final String TARGET = "(%s|%s|%s)".formatted(PRIVATE_ADDRESS, INSTANCE, APPLICATION_LOAD_BALANCER);

    /** There is never more than one Application Load Balancer. */
    static final String ONE_OF_SEVERAL = PRIVATE_ADDRESS + "|" + INSTANCE;

    static final String VPC_CIDR = "(B\\.){3}B/(1[6-9]|2[0-8])".replace("B", BYTE);

    /** None wider than the construct takes. */
    static final String CLIENT_CIDR = "(B\\.){3}B/([89]|[12][0-9]|3[0-2])".replace("B", BYTE);

    static final String HOSTNAME = "(\\*\\.)?(L\\.)+L".replace("L", LABEL);
    static final String REGION = "[a-z]{2}(-[a-z]+)+-[0-9]";
    static final String ZONE = "[a-z]{2,5}[0-9]-az[0-9]{1,2}";
    static final String PATH = "/[!-~]*";

    private Pattern() {}
}
