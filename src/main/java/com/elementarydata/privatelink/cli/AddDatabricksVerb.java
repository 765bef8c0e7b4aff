package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.integration.Databricks;
import com.elementarydata.privatelink.net.Region;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Connects a customer's Databricks workspace. */
@Command(
        name = "databricks",
        description = "Adds a connection to a Databricks workspace, prepared until it is registered there.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  bin/privatelink add databricks birch --region us-east-1 --discover \\",
            "      --workspace-url https://dbc-1a2b3c4d-5e6f.cloud.databricks.com"
        })
final class AddDatabricksVerb implements Callable<Integer> {

    private static final String REGION = "--region";
    private static final String WORKSPACE_URL = "--workspace-url";
    private static final String AWS_ACCOUNT_ID = "--aws-account-id";

    @Mixin
    private AddOptions options;

    @Option(names = REGION, paramLabel = "REGION", description = "The Region of the workspace, such as us-east-1.")
    private @Nullable String region;

    @Option(names = WORKSPACE_URL, paramLabel = "URL", description = "The URL of the workspace.")
    private @Nullable String workspaceUrl;

    @Option(names = AWS_ACCOUNT_ID, paramLabel = "ID", description = "The customer's AWS account, if it is known.")
    private @Nullable String awsAccountId;

    @Override
    public Integer call() throws IOException {
        return options.add(
                null,
                (fleet, answers) -> new ConnectionText(options.id(fleet, "lakehouse"), Databricks.INTEGRATION)
                        .text(
                                "region",
                                answers.need(
                                        REGION,
                                        region,
                                        "the Region of the workspace, such as us-east-1",
                                        Region::parse),
                                new Origin.Named(REGION))
                        .text(
                                "workspaceUrl",
                                answers.need(
                                        WORKSPACE_URL,
                                        workspaceUrl,
                                        "the URL of the workspace, such as https://dbc-1a2b3c4d-5e6f.cloud.databricks.com",
                                        url -> {}),
                                new Origin.Named(WORKSPACE_URL))
                        .quoted("awsAccountId", Optional.ofNullable(awsAccountId), new Origin.Named(AWS_ACCOUNT_ID)));
    }
}
