package com.elementarydata.privatelink.integration;

import com.elementarydata.privatelink.integration.Key.Form;
import com.elementarydata.privatelink.integration.Key.Option;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The keys that several integrations have. */
public final class Keys {

    /** The service's Region. */
    public static final Key REGION = new Key(
            "region",
            Form.TEXT,
            """
            {
              "type": "string",
              "description": "The Region of the service, such as us-west-2.",
              "pattern": "^[a-z]{2}(-[a-z]+)+-[0-9]$"
            }""",
            option("--region", "REGION", "the service's Region, such as eu-west-1", "eu-west-1", Region::parse));

    /** The customer's AWS account. */
    public static final Key AWS_ACCOUNT_ID = new Key(
            "awsAccountId",
            Form.DIGITS,
            """
            {
              "type": "string",
              "description": "The customer's AWS account: 12 digits, in quotes.",
              "pattern": "^[0-9]{12}$"
            }""",
            option(
                    "--aws-account-id",
                    "ID",
                    "the customer's AWS account, 12 digits",
                    "210987654321",
                    AccountId::parse));

    /** The endpoint service. */
    public static final Key SERVICE_NAME = new Key(
            "serviceName",
            Form.TEXT,
            """
            {
              "type": "string",
              "description": "The full name of the endpoint service.",
              "pattern": "^(cn\\\\.)?com\\\\.amazonaws\\\\.vpce\\\\.[a-z0-9-]+\\\\.vpce-svc-([0-9a-f]{8}|[0-9a-f]{17})$"
            }""",
            option(
                    "--service-name",
                    "NAME",
                    "the endpoint service, such as com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
                    "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
                    EndpointServiceName::parse));

    /** The one host of the service. */
    public static final Key HOSTNAME = new Key(
            "hostname",
            Form.TEXT,
            """
            {
              "type": "string",
              "description": "The hostname that the customer's users use for the service.",
              "maxLength": 253
            }""",
            option(
                    "--hostname",
                    "NAME",
                    "the hostname that the customer's users use, such as git.acme.example",
                    "git.acme.example",
                    Hostname::parseServer));

    /** The hosts of a service that may have several. */
    public static final Key HOSTNAMES = new Key(
            "hostnames",
            Form.TEXTS,
            """
            {
              "type": "array",
              "description": "The names that clients connect to; a wildcard may be the whole first label.",
              "items": {
                "type": "string",
                "description": "A lower-case hostname such as git.acme.example.",
                "maxLength": 253
              },
              "minItems": 1,
              "uniqueItems": true
            }""",
            option(
                    "--hostname",
                    "NAME",
                    "the names that clients connect to, such as orders.acme.example",
                    "orders.acme.example",
                    Hostname::parseServer));

    /** Whether names below the host belong to the service too. */
    public static final Key SUBDOMAIN_ISOLATION = new Key(
            "subdomainIsolation",
            Form.YES,
            """
            {
              "type": "boolean",
              "description": "Whether GitHub Enterprise Server has subdomain isolation enabled, so that *.hostname points to it too.",
              "default": false
            }""",
            option(
                    "--subdomain-isolation",
                    "",
                    "subdomain isolation is enabled, so names below the hostname point to it too",
                    "true",
                    yes -> {}));

    /** The TCP ports. */
    public static final Key PORTS = new Key(
            "ports",
            Form.INTEGERS,
            """
            {
              "type": "array",
              "description": "TCP ports.",
              "items": {
                "type": "integer",
                "minimum": 1,
                "maximum": 65535
              },
              "minItems": 1,
              "uniqueItems": true
            }""",
            Optional.of(new Option(
                    List.of("--ports", "--port"), "PORT", "the TCP ports, such as 5432", "5432", port -> {})));

    private Keys() {}

    static Optional<Option> option(String name, String label, String meaning, String example, Consumer<String> check) {
        return Optional.of(new Option(List.of(name), label, meaning, example, check));
    }
}
