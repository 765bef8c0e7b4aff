package com.elementarydata.privatelink.operation.runbook;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Markdown;
import com.elementarydata.privatelink.model.Network;
import com.samskivert.mustache.Mustache;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * What a customer has to do for its connections, as Markdown for the customer's engineers.
 *
 * @param network Elementary's side
 * @param owner the customer
 * @param deployed what is known of the deployment
 */
public record Runbook(Network network, Customer owner, Function<CustomerConnection, DeployedConnection> deployed) {

    // a name that no value has is an author's mistake, and never becomes a gap in what a customer gets; what is
    // Markdown
    // already, or in code, is named with an ampersand
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().withEscaper(Markdown::text).strictSections(true).withLoader(Runbook::open);

    /** The document: what is common, then a section a connection. */
    public String markdown() throws IOException {
        StringBuilder document = new StringBuilder(fill("runbook", this));
        for (RunbookSection section : sections()) {
            document.append('\n').append(fill(section.template(), section));
        }
        return document.toString();
    }

    /** The text of a template, Markdown with Mustache's tags in it, with the values of an object's methods. */
    private static String fill(String name, Object values) throws IOException {
        try (Reader template = open(name)) {
            return COMPILER.compile(template).execute(values);
        }
    }

    private static Reader open(String name) throws IOException {
        InputStream template = Runbook.class.getResourceAsStream("%s.md".formatted(name));
        if (template == null) {
            throw new FileNotFoundException(
                    "operation/runbook/%s.md is not in the jar; build the project anew".formatted(name));
        }
        return new InputStreamReader(template, StandardCharsets.UTF_8);
    }

    String customer() {
        return owner.id().toString();
    }

    /** Whether an endpoint's id is not known yet. */
    boolean unfinished() {
        return sections().stream()
                .anyMatch(section -> section.deployed().endpointId().isEmpty());
    }

    /** The placeholder for an endpoint's id. */
    String endpointId() {
        return RunbookSection.NOT_DEPLOYED;
    }

    List<RunbookSection> sections() {
        return CustomerConnection.of(owner)
                .map(owned -> new RunbookSection(network, owned, deployed.apply(owned)))
                .toList();
    }
}
