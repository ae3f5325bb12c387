package io.cairn.devnet.vm;

import io.cairn.devnet.state.StateTree;
import io.cairn.protocol.address.Address;
import java.util.OptionalLong;

/** Which address belongs to which actor, as the init actor keeps it. */
public interface AddressBook {

    /** The id of the actor at the address, if there is one. */
    OptionalLong resolve(StateTree tree, Address address);

    /** The id of the actor at the address; an unknown key address becomes a new account. */
    long resolveOrCreate(StateTree tree, Address address);

    /** The key address of an account; the id address of any other actor. */
    Address keyOf(StateTree tree, long id);

    /** The actor address (protocol 2) of a seed. */
    Address robust(byte[] seed);
}
