package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.InvalidValueException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * The CIDR block of a VPC.
 *
 * @param text the block as a template can name it, maybe a token; empty for a VPC that was imported without it
 * @param literal the block, where it is known at synthesis
 */
record VpcCidr(Optional<String> text, Optional<Cidr> literal) {

    static VpcCidr of(@Nullable IVpc vpc) {
        Optional<String> text = Optional.ofNullable(vpc).flatMap(VpcCidr::text);
        Optional<Cidr> literal = text.flatMap(VpcCidr::parse)
                .or(() -> Optional.ofNullable(vpc)
                        .flatMap(VpcCidr::definedIn)
                        .map(CfnVPC::getCidrBlock)
                        .flatMap(VpcCidr::parse));
        return new VpcCidr(text, literal);
    }

    private static Optional<String> text(IVpc vpc) {
        try {
            return Optional.of(vpc.getVpcCidrBlock());
        } catch (RuntimeException importedWithoutIt) {
            return Optional.empty();
        }
    }

    private static Optional<CfnVPC> definedIn(IVpc vpc) {
        return vpc.getNode().getDefaultChild() instanceof CfnVPC resource ? Optional.of(resource) : Optional.empty();
    }

    /** Nothing for a token, and for the stand-in that CDK has until a VPC is looked up. */
    private static Optional<Cidr> parse(String text) {
        try {
            return Optional.of(Cidr.parse(text));
        } catch (InvalidValueException notLiteral) {
            return Optional.empty();
        }
    }

    boolean contains(Cidr address) {
        return literal.filter(cidr -> cidr.contains(address)).isPresent();
    }

    boolean excludes(Cidr address) {
        return literal.filter(cidr -> !cidr.contains(address)).isPresent();
    }
}
