package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.actor.ActorMethod;
import io.cairn.protocol.address.Address;
import java.util.Optional;

/** The methods of the verified registry actor (go-state-types: builtin/v18/methods.go). */
public enum VerifiedRegistryMethod implements ActorMethod {
    CONSTRUCTOR("Constructor", 1L, Address.class, Void.class),
    ADD_VERIFIER("AddVerifier", 2L, AddVerifierParams.class, Void.class),
    REMOVE_VERIFIER("RemoveVerifier", 3L, Address.class, Void.class),
    ADD_VERIFIED_CLIENT("AddVerifiedClient", 4L, AddVerifiedClientParams.class, Void.class),
    REMOVE_VERIFIED_CLIENT_DATA_CAP("RemoveVerifiedClientDataCap", 7L, RemoveDataCapParams.class, RemoveDataCapReturn.class),
    REMOVE_EXPIRED_ALLOCATIONS("RemoveExpiredAllocations", 8L, RemoveExpiredAllocationsParams.class, RemoveExpiredAllocationsReturn.class),
    CLAIM_ALLOCATIONS("ClaimAllocations", 9L, ClaimAllocationsParams.class, ClaimAllocationsReturn.class),
    GET_CLAIMS("GetClaims", 10L, GetClaimsParams.class, GetClaimsReturn.class),
    EXTEND_CLAIM_TERMS("ExtendClaimTerms", 11L, ExtendClaimTermsParams.class, ExtendClaimTermsReturn.class),
    REMOVE_EXPIRED_CLAIMS("RemoveExpiredClaims", 12L, RemoveExpiredClaimsParams.class, RemoveExpiredClaimsReturn.class),
    EXTEND_CLAIM_TERMS_EXPORTED("ExtendClaimTermsExported", 1752273514L, ExtendClaimTermsParams.class, ExtendClaimTermsReturn.class),
    GET_CLAIMS_EXPORTED("GetClaimsExported", 2199871187L, GetClaimsParams.class, GetClaimsReturn.class),
    REMOVE_EXPIRED_ALLOCATIONS_EXPORTED("RemoveExpiredAllocationsExported", 2421068268L, RemoveExpiredAllocationsParams.class, RemoveExpiredAllocationsReturn.class),
    REMOVE_EXPIRED_CLAIMS_EXPORTED("RemoveExpiredClaimsExported", 2873373899L, RemoveExpiredClaimsParams.class, RemoveExpiredClaimsReturn.class),
    UNIVERSAL_RECEIVER_HOOK("UniversalReceiverHook", 3726118371L, UniversalReceiverParams.class, AllocationsResponse.class),
    ADD_VERIFIED_CLIENT_EXPORTED("AddVerifiedClientExported", 3916220144L, AddVerifiedClientParams.class, Void.class);

    private final String methodName;
    private final long number;
    private final Class<?> params;
    private final Class<?> returns;

    VerifiedRegistryMethod(String methodName, long number, Class<?> params, Class<?> returns) {
        this.methodName = methodName;
        this.number = number;
        this.params = params;
        this.returns = returns;
    }

    /** The method with this number, if the actor has one. */
    public static Optional<VerifiedRegistryMethod> ofNumber(long number) {
        return ActorMethod.find(values(), number);
    }

    @Override
    public String methodName() {
        return methodName;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Class<?> params() {
        return params;
    }

    @Override
    public Class<?> returns() {
        return returns;
    }
}
