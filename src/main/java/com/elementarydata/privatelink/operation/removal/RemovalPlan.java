package com.elementarydata.privatelink.operation.removal;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.command.PrivatelinkCommands;
import com.elementarydata.privatelink.command.Quoted;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedStack;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The commands that remove a customer, in an order in which no name ever points to a deleted endpoint.
 *
 * @param customer the customer's id
 * @param home the Region of production
 * @param dns the stack of its names
 * @param endpoints the stacks of its endpoints, and what they made
 * @param adopted its endpoints that existed before the fleet
 * @param file its file
 * @param profile whose credentials the commands use, unless the environment says
 * @param notRead why Regions were not read, in which more may be; a line for each
 */
public record RemovalPlan(
        String customer,
        Region home,
        Optional<DeployedStack> dns,
        SortedMap<Region, StackEndpoints> endpoints,
        List<String> adopted,
        Optional<String> file,
        Optional<String> profile,
        List<String> notRead) {

    /**
     * A step of the plan.
     *
     * @param what in words
     * @param commands to paste
     */
    public record Step(String what, List<String> commands) {}

    /**
     * A stack to delete.
     *
     * @param name its name
     * @param region where it is
     */
    public record Stack(String name, Region region) {}

    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        dns.ifPresent(stack -> steps.add(new Step("the names", delete(home, stack))));
        endpoints.forEach((region, stack) -> {
            if (!stack.kept().isEmpty()) {
                steps.add(
                        new Step("replaced endpoints left behind in %s".formatted(region), deleteKept(region, stack)));
            }
        });
        endpoints.forEach((region, stack) ->
                steps.add(new Step("the endpoints in %s".formatted(region), delete(region, stack.stack()))));
        file.filter(path -> notRead.isEmpty())
                .ifPresent(path -> steps.add(new Step("the file, with a commit", List.of(remove(path)))));
        return steps;
    }

    /** A file above the reader's folder, or beside it, may be in another repository. */
    private static String remove(String path) {
        Path file = Path.of(path);
        boolean below = !file.isAbsolute() && !file.normalize().startsWith("..");
        return below
                ? Quoted.command("git", "rm", path)
                : Quoted.command(
                        "git", "-C", String.valueOf(file.getParent()), "rm", String.valueOf(file.getFileName()));
    }

    /** What to know before the first command. */
    public List<String> notes(List<EndpointTraffic> traffic) {
        Stream<String> unmeasured = traffic.stream()
                .filter(endpoint -> !endpoint.measured())
                .map(endpoint -> "whether %s is still used is unknown: AWS has no metrics where PrivateLink crosses"
                                .formatted(endpoint.endpointId())
                        + " Regions");
        Stream<String> file = this.file.stream()
                .flatMap(path -> Stream.of(
                        "until %s is deleted, a deployment brings back what it says: deploy nothing of %s meanwhile, or"
                                        .formatted(path, customer)
                                + " delete the file first if others deploy",
                        PrivatelinkCommands.offboard(customer) + " says afterwards whether anything is left"));
        Stream<String> incomplete = notRead.stream()
                .map(why -> "%s: if %s has stacks there, these commands are not all, so keep its file"
                        .formatted(why, customer));
        Stream<String> kept =
                adopted.stream().map("%s existed before the fleet, and stays: delete it where it was made"::formatted);
        return Stream.of(incomplete, unmeasured, kept, file)
                .flatMap(notes -> notes)
                .toList();
    }

    private List<String> delete(Region region, DeployedStack stack) {
        AwsCommands aws = aws(region);
        String wait = aws.waitUntilStackIsDeleted(stack.name());
        return stack.status().equals("DELETE_IN_PROGRESS")
                ? List.of(wait)
                : List.of(aws.unprotectStack(stack.name()), aws.deleteStack(stack.name()), wait);
    }

    private List<String> deleteKept(Region region, StackEndpoints stack) {
        return stack.kept().stream()
                .map(endpoint -> aws(region).deleteEndpoint(endpoint.id()))
                .toList();
    }

    private AwsCommands aws(Region region) {
        return new AwsCommands(region.code(), profile);
    }

    /** Whether nothing to remove was found. */
    public boolean isEmpty() {
        return steps().isEmpty();
    }

    /** Whether every Region was read, so that nothing else can be left. */
    public boolean isComplete() {
        return notRead.isEmpty();
    }

    /** The stacks to delete. */
    public List<Stack> stacks() {
        return Stream.concat(
                        dns.stream().map(stack -> new Stack(stack.name(), home)),
                        endpoints.entrySet().stream()
                                .map(made -> new Stack(made.getValue().stack().name(), made.getKey())))
                .toList();
    }
}
