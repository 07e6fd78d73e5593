# Documents are handed on as they come: the second line of input is not written before the record of the first has been read.
. "$(dirname "$0")/harness.sh"

for jobs in 1 3; do
    for command in extract parse; do
        mkfifo in out
        timeout 60 "$program" "$command" --jobs "$jobs" - <in >out 2>err &
        exec 3>in 4<out
        for id in first second third; do
            echo "{\"id\":\"$id\",\"text\":\"The mayor said so.\"}" >&3
            IFS= read -r line <&4 || fail "$command --jobs $jobs: no answer to the $id line"
            case $line in
            *"\"id\":\"$id\""* | "# newdoc id = $id") ;;
            *) fail "$command --jobs $jobs: the answer to the $id line is $line" ;;
            esac
            # CoNLL-U goes on to the blank line that ends the document's only sentence.
            while [ "$command" = parse ] && [ -n "$line" ] && IFS= read -r line <&4; do :; done
        done
        exec 3>&- 4<&-
        wait $! || fail "$command --jobs $jobs: exit code $?"
        rm -f in out
    done
done
finish
