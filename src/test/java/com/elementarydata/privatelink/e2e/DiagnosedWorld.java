package com.elementarydata.privatelink.e2e;

import static com.elementarydata.privatelink.e2e.ResolverSabotages.forward;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A broken or healthy world on the local AWS, and what a diagnosis has to name in it.
 *
 * @param words what is wrong
 * @param named the first broken link and who must act, or that there is nothing
 * @param act does it
 */
record DiagnosedWorld(String words, String named, Sabotage.Act act) {

    private static final String NOTHING = "nothing";

    /** Of the sabotages that {@link PacketPath} finds: what a diagnosis calls them. */
    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        names.put("the record of the hostname is gone", "PD206 ELEMENTARY");
        names.put("the record leads to another endpoint", "PD206 ELEMENTARY");
        names.put("a narrower zone hides a name", "PD205 ELEMENTARY");
        names.put("the zone is another VPC's", "PD204 ELEMENTARY");
        names.put("production's route is gone", "PD305 ELEMENTARY");
        names.put("the clients' subnet has another route table", "PD301 ELEMENTARY");
        names.put("a narrower route leads to another network", "PD305 ELEMENTARY");
        names.put("the route back is gone", "PD306 ELEMENTARY");
        names.put("the clients' network ACL refuses requests", "PD302 ELEMENTARY");
        names.put("the endpoint's network ACL refuses answers", "PD308 ELEMENTARY");
        names.put("the endpoint's group admits a client no more", "PD309 ELEMENTARY");
        names.put("the endpoint has another group", "PD309 ELEMENTARY");
        names.put("the peering is deleted", "PD304 ELEMENTARY");
        names.put("the provider rejects the connection", "PD404 CUSTOMER");
        names.put("the service has no load balancer", "PD502 CUSTOMER");
        names.put("the load balancer leaves a zone", "PD403 CUSTOMER");
        names.put("the load balancer admits a client no more", "PV111 CUSTOMER");
        names.put("the load balancer has another group", "PV111 CUSTOMER");
        names.put("the listener is gone", "PD502 CUSTOMER");
        names.put("the listener listens on another port", "PD502 CUSTOMER");
        names.put("the target is gone", "PV109 CUSTOMER");
        names.put("the listener leads to an empty group", "PV109 CUSTOMER");
        names.put("the load balancer lets nothing out to the target", "PV113 CUSTOMER");
        return names;
    }

    /** What is mended for one client alone. */
    private static final String LAST = "the peering is deleted";

    /** What nothing can be diagnosed after. */
    static DiagnosedWorld last() {
        return NetworkSabotages.all().stream()
                .filter(sabotage -> sabotage.words().equals(LAST))
                .map(sabotage -> of(sabotage, names()))
                .findFirst()
                .orElseThrow();
    }

    static List<DiagnosedWorld> all() {
        Map<String, String> names = names();
        Stream<DiagnosedWorld> known = Stream.of(NameSabotages.all(), ProviderSabotages.all())
                .flatMap(List::stream)
                .map(sabotage -> of(sabotage, names));
        Stream<DiagnosedWorld> networks = NetworkSabotages.all().stream()
                .filter(sabotage -> !sabotage.words().equals(LAST))
                .map(sabotage -> of(sabotage, names));
        return Stream.of(known, more(), invented(), networks)
                .flatMap(worlds -> worlds)
                .toList();
    }

    /** All of them on request alone: they take minutes. */
    private static Stream<DiagnosedWorld> invented() {
        return Boolean.getBoolean("worlds.all")
                ? Stream.concat(InventedNames.all(), InventedNetworks.all())
                : Stream.concat(InventedNames.branches().limit(1), InventedNetworks.lists());
    }

    /** Those that the commands of their diagnosis mend. */
    static List<DiagnosedWorld> mended() {
        List<String> words = List.of(
                "the zone is another VPC's",
                "private zones are not asked",
                "production has no resolver",
                "production's route is gone",
                "a narrower route leads to another network",
                "the route back is gone",
                "the endpoint's group admits a client no more",
                "rejected, and no principal any more");
        List<DiagnosedWorld> mended =
                all().stream().filter(world -> words.contains(world.words)).toList();
        if (mended.size() != words.size()) {
            throw new IllegalStateException(mended.toString());
        }
        return mended;
    }

    private static DiagnosedWorld of(Sabotage sabotage, Map<String, String> names) {
        String named = Objects.requireNonNull(names.get(sabotage.words()), sabotage.words());
        return new DiagnosedWorld(sabotage.words(), named, sabotage.act());
    }

    private static Stream<DiagnosedWorld> more() {
        return Stream.of(
                new DiagnosedWorld(
                        "private zones are not asked", "PD201 ELEMENTARY", ResolverSabotages::withoutHostnames),
                new DiagnosedWorld("production has no resolver", "PD201 ELEMENTARY", ResolverSabotages::withoutSupport),
                new DiagnosedWorld(
                        "clients ask another name server", "PD202 ELEMENTARY", ResolverSabotages::askElsewhere),
                new DiagnosedWorld("a rule forwards the name", "PD203 ELEMENTARY", forward("github.dogwood.example")),
                new DiagnosedWorld(
                        "a rule forwards what a wildcard is for",
                        "PD203 ELEMENTARY",
                        forward("media.github.dogwood.example")),
                new DiagnosedWorld("a rule forwards a domain above", NOTHING, forward("dogwood.example")),
                new DiagnosedWorld("a zone above has no record", NOTHING, ResolverSabotages::addParentZone),
                new DiagnosedWorld(
                        "production has the regional VPC's addresses", "PD303 ELEMENTARY", ResolverSabotages::overlap),
                new DiagnosedWorld("who is connected is no principal any more", NOTHING, DiagnosedWorld::disallow),
                new DiagnosedWorld("rejected, and no principal any more", "PD401 CUSTOMER", DiagnosedWorld::cutOff),
                new DiagnosedWorld("two links are broken", "PD305 ELEMENTARY", DiagnosedWorld::breakTwo));
    }

    private static Sabotage.Undo disallow(Scene scene) {
        String service = scene.service().serviceId();
        String elementary = "arn:aws:iam::%s:root".formatted(Accounts.ELEMENTARY);
        scene.providerEc2()
                .modifyVpcEndpointServicePermissions(
                        request -> request.serviceId(service).removeAllowedPrincipals(elementary));
        return () -> scene.providerEc2()
                .modifyVpcEndpointServicePermissions(
                        request -> request.serviceId(service).addAllowedPrincipals(elementary));
    }

    private static Sabotage.Undo cutOff(Scene scene) {
        return both(scene, "the provider rejects the connection", DiagnosedWorld::disallow);
    }

    private static Sabotage.Undo breakTwo(Scene scene) {
        Sabotage route = NetworkSabotages.all().stream()
                .filter(sabotage -> sabotage.words().equals("production's route is gone"))
                .findFirst()
                .orElseThrow();
        return both(scene, "the provider rejects the connection", route.act());
    }

    private static Sabotage.Undo both(Scene scene, String provider, Sabotage.Act other) {
        Sabotage first = ProviderSabotages.all().stream()
                .filter(sabotage -> sabotage.words().equals(provider))
                .findFirst()
                .orElseThrow();
        Sabotage.Undo one = first.act().on(scene);
        Sabotage.Undo two = other.on(scene);
        return () -> {
            two.run();
            one.run();
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
