package io.cairn.actors;

/** Names of entities: {@code t01000}, {@code t01000/17}, {@code t01000/s/42}. */
public final class EntityIds {
    private EntityIds() {
    }

    /** The id address of a miner in text form, with the letter of test networks, which all networks accept. */
    public static String miner(long actorId) {
        return "t0" + actorId;
    }

    /** A deadline of a miner. */
    public static String deadline(long actorId, int index) {
        return miner(actorId) + "/" + index;
    }

    /** A sector of a miner. */
    public static String sector(long actorId, long number) {
        return miner(actorId) + "/s/" + number;
    }

    /**
     * The miner of an entity's name.
     *
     * @throws IllegalArgumentException if the name does not begin with an id address
     */
    public static long minerOf(String entity) {
        String address = part(entity, 0);
        if (address.length() < 3 || address.charAt(1) != '0') {
            throw new IllegalArgumentException("entity: " + entity + ", expected to begin with an id address such as t01000");
        }
        return Long.parseLong(address.substring(2));
    }

    /** The last number of an entity's name: the deadline's index or the sector's number. */
    public static long numberOf(String entity) {
        return Long.parseLong(entity.substring(entity.lastIndexOf('/') + 1));
    }

    private static String part(String entity, int index) {
        return entity.split("/")[index];
    }
}
