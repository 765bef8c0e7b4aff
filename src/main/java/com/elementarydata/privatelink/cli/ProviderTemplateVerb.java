package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.WholeFiles;
import com.elementarydata.privatelink.net.Elementary;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.operation.provider.QuickCreateLink;
import com.elementarydata.privatelink.template.ProviderTemplate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the CloudFormation template for customers, or a link that opens the console with it. */
@Command(
        name = "template",
        description = "Writes the CloudFormation template with which a customer offers a service, as YAML.",
        footer = {
            "",
            "Examples:",
            "  bin/privatelink provider template --output elementary.template.yaml",
            "  bin/privatelink provider template --quick-create --region eu-west-1 \\",
            "    --template-url https://acme.s3.amazonaws.com/elementary.template.yaml \\",
            "    --parameter Hostnames=git.acme.example \\",
            "    --parameter Integration=github-enterprise-server"
        })
final class ProviderTemplateVerb implements Callable<Integer> {

    private static final String BUCKET = "([a-z0-9.-]+\\.)?s3([.-][a-z0-9-]+)?\\.amazonaws\\.com(\\.cn)?";

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write it. By default standard output.")
    private @Nullable Path output;

    @Option(names = "--quick-create", description = "Prints a link to the console's form for a new stack instead.")
    private boolean quickCreate;

    @Option(
            names = "--template-url",
            paramLabel = "URL",
            description = "Where the template is, for the link: an HTTPS address in an S3 bucket.")
    private @Nullable URI templateUrl;

    @Option(names = "--region", paramLabel = "REGION", description = "The Region of the stack, for the link.")
    private @Nullable String region;

    @Option(
            names = "--stack-name",
            paramLabel = "NAME",
            defaultValue = "elementary-privatelink",
            description = "The name of the stack, for the link. By default ${DEFAULT-VALUE}.")
    private String stackName;

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the template, for the link; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Mixin
    private Console console;

    @Override
    public Integer call() throws IOException {
        if (quickCreate) {
            return link();
        }
        if (templateUrl != null || region != null || !parameters.isEmpty()) {
            throw console.wrong("--template-url, --region and --parameter are for the link; add --quick-create");
        }
        String template = ProviderTemplate.text();
        if (output == null) {
            console.print(template);
        } else {
            WholeFiles.write(output, template);
        }
        return ExitCode.FINE;
    }

    private int link() {
        QuickCreateLink link = new QuickCreateLink(parsedRegion(), checkedUrl(), stackName, parameters);
        List<String> problems = link.problems(ProviderTemplate.json());
        problems.forEach(console.err()::println);
        if (!problems.isEmpty()) {
            return ExitCode.FINDINGS;
        }
        console.out().println(link);
        return ExitCode.FINE;
    }

    private Region parsedRegion() {
        if (region == null) {
            throw console.wrong("--quick-create needs --region, the Region of the stack");
        }
        try {
            return inPartition(Region.parse(region));
        } catch (InvalidValueException refused) {
            throw console.wrong("--region: %s; %s".formatted(refused.what(), refused.remedy()));
        }
    }

    /** The template is for Elementary's account, and private connections stay within its partition. */
    private static Region inPartition(Region region) {
        if (!region.partition().equals(Elementary.PARTITION)) {
            throw new InvalidValueException(
                    "\"%s\" is in the partition %s, which no private connection from Elementary reaches"
                            .formatted(region, region.partition()),
                    "give a Region of the partition " + Elementary.PARTITION);
        }
        return region;
    }

    /** CloudFormation reads templates only from S3. */
    private URI checkedUrl() {
        if (templateUrl == null) {
            throw console.wrong("--quick-create needs --template-url, the template's address in an S3 bucket");
        }
        boolean inBucket = "https".equals(templateUrl.getScheme())
                && templateUrl.getHost() != null
                && templateUrl.getHost().matches(BUCKET);
        if (!inBucket) {
            throw console.wrong("--template-url: %s is not an HTTPS address in an S3 bucket; upload the template to one"
                    .formatted(templateUrl));
        }
        return templateUrl;
    }
}
