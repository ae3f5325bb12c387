package io.cairn.proofs.hash;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Makes a class of {@link Sha256LaneKernel}'s text for each number of lanes: hidden ones, which get the species of their vectors as class data. */
final class Sha256LaneClasses {

    private static final Map<Integer, MethodHandle> CONSTRUCTORS = new ConcurrentHashMap<>();

    private Sha256LaneClasses() {
    }

    static Sha256Lanes create(int lanes) {
        try {
            return (Sha256Lanes) CONSTRUCTORS.computeIfAbsent(lanes, key -> define(species(key))).invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the constructor throws nothing checked", e);
        }
    }

    private static VectorSpecies<Integer> species(int lanes) {
        return switch (lanes) {
            case 8 -> IntVector.SPECIES_256;
            case 16 -> IntVector.SPECIES_512;
            default -> throw new IllegalArgumentException("lanes: " + lanes + ", expected 8 or 16");
        };
    }

    private static MethodHandle define(VectorSpecies<Integer> species) {
        try (InputStream text = Sha256LaneClasses.class.getResourceAsStream(Sha256LaneKernel.class.getSimpleName() + ".class")) {
            MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClassWithClassData(text.readAllBytes(), species, true);
            MethodHandle constructor = made.findConstructor(made.lookupClass(), MethodType.methodType(void.class));
            return constructor.asType(MethodType.methodType(Sha256Lanes.class));
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("a class of this package can be read and defined", e);
        }
    }
}
