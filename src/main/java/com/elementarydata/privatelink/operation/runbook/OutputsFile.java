package com.elementarydata.privatelink.operation.runbook;

import com.elementarydata.privatelink.config.FileFailure;
import com.elementarydata.privatelink.config.GivenFile;
import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.fleet.OutputNames;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Production;
import com.elementarydata.privatelink.model.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outputs of deployed stacks, as {@code cdk deploy --outputs-file} writes them. Which endpoints there are is in it; in
 * which state they are is not.
 *
 * @param outputs by the names of the stacks and of the outputs
 * @param production where connections across Regions have their endpoints
 */
public record OutputsFile(JsonNode outputs, Production production) {

    private static final Pattern ENDPOINT_ID = Pattern.compile("vpce-(?:[0-9a-f]{8}|[0-9a-f]{17})");

    /** Reads the outputs of a customer's stacks. */
    public static OutputsFile read(Path file, Customer customer, Production production) {
        JsonNode outputs = parse(file);
        boolean isOfStacks = outputs.isObject() && outputs.valueStream().allMatch(JsonNode::isObject);
        if (!isOfStacks) {
            throw wrong(file, "this is not an object with the outputs of stacks");
        }
        OutputsFile read = new OutputsFile(outputs, production);
        List<CustomerConnection> all = CustomerConnection.of(customer).toList();
        for (CustomerConnection owned : all) {
            String endpointId = read.output(owned, OutputNames::endpointId);
            if (!endpointId.isEmpty() && !ENDPOINT_ID.matcher(endpointId).matches()) {
                throw wrong(file, "\"%s\" of %s is not the id of an endpoint".formatted(endpointId, owned.name()));
            }
        }
        List<CustomerConnection> made = all.stream()
                .filter(owned -> owned.connection().endpoint().isEmpty())
                .toList();
        if (!made.isEmpty() && made.stream().noneMatch(owned -> outputs.has(owned.stack(production)))) {
            throw wrong(file, "no stack of the customer \"%s\" is in it".formatted(customer.id()));
        }
        return read;
    }

    /** The file is not one of outputs, or not of this customer's. */
    private static Refusal wrong(Path file, String what) {
        return Refusal.of("%s: %s; give the file that npx cdk deploy --outputs-file wrote".formatted(file, what));
    }

    private static JsonNode parse(Path file) {
        try {
            byte[] bytes =
                    GivenFile.read(file).orElseThrow(() -> wrong(file, "it is larger than " + GivenFile.LARGEST));
            return JsonMapper.shared().readTree(bytes);
        } catch (IOException unreadable) {
            throw wrong(file, FileFailure.of(unreadable).why());
        } catch (JacksonException notJson) {
            throw wrong(file, "this is not JSON");
        }
    }

    /** An endpoint for a service other than the file's is about to be replaced, and not to be accepted. */
    public DeployedConnection of(CustomerConnection owned) {
        Connection connection = owned.connection();
        if (connection.endpoint().isPresent()) {
            return new DeployedConnection(
                    connection.endpoint().map(adopted -> adopted.id().value()), Optional.empty(), false);
        }
        String endpointId = output(owned, OutputNames::endpointId);
        boolean isItsOwn = output(owned, OutputNames::serviceName)
                .equals(connection.address().serviceName().toString());
        return isItsOwn && !endpointId.isEmpty()
                ? new DeployedConnection(Optional.of(endpointId), Optional.empty(), false)
                : DeployedConnection.UNKNOWN;
    }

    private String output(CustomerConnection owned, Function<Identifier, String> name) {
        Identifier id = owned.connection().id().value();
        return outputs.path(owned.stack(production)).path(name.apply(id)).asString("");
    }
}
