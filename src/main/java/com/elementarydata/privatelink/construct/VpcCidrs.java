package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.CfnVPCCidrBlock;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * The IPv4 CIDR blocks of a VPC.
 *
 * @param blocks the primary block first; empty for a VPC that was imported without it
 * @param areAll whether there are no others, since they were passed, or the VPC is the app's; an imported one knows only
 *     its primary block
 */
record VpcCidrs(List<Block> blocks, boolean areAll) {

    /** AWS takes no others for a VPC. */
    private static final int WIDEST_PREFIX = 16;

    private static final int NARROWEST_PREFIX = 28;

    /** What CDK has for a VPC until it is looked up; no block in strict form, so it counts as unknown. */
    private static final String YET_TO_BE_LOOKED_UP = "1.2.3.4/5";

    /**
     * A block.
     *
     * @param text the block as a template can name it, maybe a token
     * @param literal the block, where it is known at synthesis
     */
    record Block(String text, Optional<Cidr> literal) {

        private static Block of(String text) {
            return new Block(text, VpcCidrs.parse(text));
        }
    }

    /** The blocks that were passed; without any, what the VPC knows, and what the app has associated with it so far. */
    static VpcCidrs of(@Nullable IVpc vpc, List<String> given, Refusals refusals) {
        List<Block> known = vpc == null ? List.of() : known(vpc);
        if (given.isEmpty()) {
            return new VpcCidrs(known, vpc != null && vpc.getNode().getDefaultChild() instanceof CfnVPC);
        }
        VpcCidrs passed = new VpcCidrs(given.stream().map(Block::of).toList(), true);
        passed.check(given, known, refusals);
        return passed;
    }

    private void check(List<String> given, List<Block> known, Refusals refusals) {
        refusals.refuseRepeated("CIDR of the VPC", given);
        refusals.parseAll(given, Cidr::parse).stream()
                .filter(cidr -> cidr.prefixLength() < WIDEST_PREFIX || cidr.prefixLength() > NARROWEST_PREFIX)
                .forEach(cidr ->
                        refusals.refuse("%s is no CIDR block of a VPC".formatted(cidr), "pass blocks from /16 to /28"));
        boolean allLiteral = blocks.stream().allMatch(block -> block.literal().isPresent());
        known.stream()
                .flatMap(block -> block.literal().stream())
                .filter(cidr -> allLiteral && !literals().contains(cidr))
                .forEach(cidr -> refusals.refuse(
                        "the VPC's CIDR block %s is not among vpcCidrs".formatted(cidr), "pass all of them"));
    }

    private static List<Block> known(IVpc vpc) {
        return Stream.concat(primary(vpc).stream(), associated(vpc)).toList();
    }

    private static Optional<Block> primary(IVpc vpc) {
        try {
            Block block = Block.of(vpc.getVpcCidrBlock());
            boolean isDefined = block.literal().isEmpty() && vpc.getNode().getDefaultChild() instanceof CfnVPC;
            return Optional.of(isDefined ? new Block(block.text(), definedIn(vpc)) : block);
        } catch (RuntimeException importedWithoutIt) {
            return Optional.empty();
        }
    }

    private static Optional<Cidr> definedIn(IVpc vpc) {
        return vpc.getNode().getDefaultChild() instanceof CfnVPC resource
                ? Optional.ofNullable(resource.getCidrBlock()).flatMap(VpcCidrs::parse)
                : Optional.empty();
    }

    /** A block that IPAM chooses has no text in a template, so it has to be passed. */
    private static Stream<Block> associated(IVpc vpc) {
        Stack stack = Stack.of(vpc);
        Object id = stack.resolve(vpc.getVpcId());
        return stack.getNode().findAll().stream()
                .filter(CfnVPCCidrBlock.class::isInstance)
                .map(CfnVPCCidrBlock.class::cast)
                .filter(block -> block.getCidrBlock() != null && id.equals(stack.resolve(block.getVpcId())))
                .map(block -> Block.of(block.getCidrBlock()));
    }

    /** Nothing for a token, and for the stand-in that CDK has until a VPC is looked up. */
    private static Optional<Cidr> parse(String text) {
        try {
            return Optional.of(Cidr.parse(text));
        } catch (InvalidValueException notLiteral) {
            return Optional.empty();
        }
    }

    boolean isUnknown() {
        return blocks.isEmpty();
    }

    List<String> texts() {
        return blocks.stream().map(Block::text).toList();
    }

    List<Cidr> literals() {
        return blocks.stream().flatMap(block -> block.literal().stream()).toList();
    }

    boolean contain(Cidr address) {
        return literals().stream().anyMatch(cidr -> cidr.contains(address));
    }

    /** Whether a block has the address, or one that is yet to be looked up might. */
    boolean mayContain(Cidr address) {
        return contain(address) || areYetToBeLookedUp();
    }

    private boolean areYetToBeLookedUp() {
        return blocks.stream().anyMatch(block -> block.text().equals(YET_TO_BE_LOOKED_UP));
    }

    /** Whether an imported VPC may have more blocks than the one that it was imported with. */
    boolean mayLackSome() {
        return !areAll && !isUnknown() && !areYetToBeLookedUp();
    }

    /** Whether all blocks are known, and none has the address. */
    boolean exclude(Cidr address) {
        return !isUnknown() && literals().size() == blocks.size() && !contain(address);
    }
}
