package io.cairn.proofs.curve;

class G1Test extends GroupLaws {

    G1Test() {
        super(G1.GENERATOR);
    }
}
