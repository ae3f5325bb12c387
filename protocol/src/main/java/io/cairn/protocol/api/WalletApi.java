package io.cairn.protocol.api;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.message.Message;
import io.cairn.protocol.message.SignedMessage;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.signature.Signature;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The node's wallet. Source: lotus: api/api_full.go. */
public interface WalletApi {

    /** The balance of any address, zero for an unknown one. */
    CompletableFuture<TokenAmount> walletBalance(Address address);

    /** Whether the wallet holds the key of an address. */
    @Requires("write")
    CompletableFuture<Boolean> walletHas(Address address);

    /** Signs bytes. */
    @Requires("sign")
    CompletableFuture<Signature> walletSign(Address address, ByteString bytes);

    /** Signs a message. */
    @Requires("sign")
    CompletableFuture<SignedMessage> walletSignMessage(Address address, Message message);

    /** Whether a signature is that of an address. */
    CompletableFuture<Boolean> walletVerify(Address address, ByteString bytes, Signature signature);

    /** Makes a key: {@code bls} or {@code secp256k1}. */
    @Requires("write")
    CompletableFuture<Address> walletNew(String keyType);

    /** All addresses with keys. */
    @Requires("write")
    CompletableFuture<List<Address>> walletList();

    /** The address used when none is named. */
    @Requires("write")
    CompletableFuture<Address> walletDefaultAddress();

    /** A key. */
    @Requires("admin")
    CompletableFuture<KeyInfo> walletExport(Address address);

    /** Takes a key in. */
    @Requires("admin")
    CompletableFuture<Address> walletImport(KeyInfo key);
}
